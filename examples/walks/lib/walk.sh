# What each walk begins with: a throwaway store, and words to record, to tell and to check. Needs `nansen` on the PATH
# and the tools of any POSIX system; no jq. All people and dates are invented.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
NANSEN_STORE=$work/store
export NANSEN_STORE
tab=$(printf '\t')

n() { nansen --key "$work/me.age" --no-input "$@"; }
fail() { echo "walk: $*" >&2; exit 1; }

# walk LAW ORIGIN TITLE: makes the store and the case.
walk() {
  echo "== $3 =="
  nansen key generate --no-passphrase -o "$work/me.age" >"$work/said" 2>&1 || fail "$(cat "$work/said")"
  n init --no-recovery --no-seal >"$work/said" 2>&1 || fail "$(cat "$work/said")"
  case=$(n new --origin "$2" --jurisdiction "$1" --json | sed 's/.*"case":"\([^"]*\)".*/\1/')
}

# says WORDS: what happens in law.
says() { printf '\n%s\n' "$*"; }

# does EVENT OPTIONS: records it.
does() {
  event=$1
  shift
  n record "$event" "$case" "$@" >"$work/said" 2>&1 || fail "$event $*: $(cat "$work/said")"
  echo "  record $event $*"
}

# refuses ID EVENT OPTIONS: the program must refuse it, for that reason.
refuses() {
  id=$1 event=$2
  shift 2
  if n --json record "$event" "$case" "$@" >"$work/said" 2>&1; then fail "accepted: $event $*"; fi
  grep -q "\"id\":\"$id\"" "$work/said" || fail "$event $*: wanted $id, got $(cat "$work/said")"
  echo "  refused, as it should be ($id): record $event $*"
}

# is WHAT WANTED GOT
is() {
  [ "$2" = "$3" ] || fail "$1: wanted $2, got $3"
  echo "  as it should be: $1 is $2"
}

# plain OPTIONS: the case as tables with tabs.
plain() { n --format plain show "$case" "$@" 2>"$work/said" || fail "$(cat "$work/said")"; }

# state REF WANTED [DAY]: where an application (A1) or a remedy (A1.1, M1.1) stands; on a day, or now.
state() {
  case $1 in
    *.*) column=5 ;;
    *) column=6 ;;
  esac
  plain ${3:+--as-of "$3"} >"$work/shown"
  is "$1${3:+ on $3}" "$2" "$(grep "^$1$tab" "$work/shown" | head -n 1 | cut -f "$column")"
}

# deadline RULE DUE STATE [DAY]: one deadline of that rule has this day and stands so, on a day or now.
deadline() {
  plain ${4:+--as-of "$4"} >"$work/shown"
  found=$(grep "$tab$1$tab" "$work/shown" | grep -v 'deadline-computed' | cut -f 1,4 | grep "^$2$tab" || true)
  [ -n "$found" ] || found=$(grep "$tab$1$tab" "$work/shown" | cut -f 1,4)
  is "$1${4:+ on $4}" "$2 $3" "$(printf '%s' "$found" | tr "$tab" ' ')"
}

# entry KIND: the id of the last entry of that kind.
entry() { plain | awk -F "$tab" -v kind="$1" '$3 == kind { id = $1 } END { print id }'; }

# walked: the store is whole, and the walk is over.
walked() {
  n store verify >"$work/said" 2>&1 || fail "$(cat "$work/said")"
  printf '\nwalk: as it should be\n'
}

# What is said of a case that goes to another office, or comes from one; and of where copies of backups lie.

## Commands
cmd-case-export = Seal one case to another office
    .more =
        The whole course of the case goes into one file that only the recipients of the other office open, signed by this
        device. What does not go along is said: what is sealed here, attachments, ties to other cases, the office's own fields,
        its code and tags, what the case is called here, who works on it. Who recorded each entry does, by alias. With `--with-identity` a holder of a seal key opens the names here and seals them anew to the other
        office. Each person of the case must have agreed to a referral (`nansen record consent`). Tell the other office the six
        words of the signing key by telephone. The case stays yours, with its deadlines, until the receipt is here.
    .examples =
        nansen case export amber-heron --recipients other-office.txt -o amber.handover
        nansen --key me.age --key seal.age case export amber-heron --recipients other-office.txt --with-identity --because "their lawyer files" -o amber.handover
arg-case-export-case = The case: its number or its callsign
arg-case-export-recipients = Who opens it: the other office's recipients, one a line
arg-case-export-until = The last day on which it is taken (30 days from today, if none is named)
arg-case-export-with-identity = With the names, sealed anew to the other office
arg-case-export-seal-recipients = Who opens the names there, if others than those of `--recipients`
arg-case-export-because = Why the names go along, in a few words without personal data (`-` reads it from stdin)
arg-case-export-shares = With two cards of the seal key instead of a key file; typed, or on stdin, one a line
cmd-case-import = Take a case over from another office
    .more =
        The file is read to its end and checked: its signature, the hash of each entry, its place in the chain, what it
        commits to. Compare the six words with those that the other office tells you. The case gets a number and a callsign of
        yours and is nobody's until you assign it. `-o` names the receipt: send it back, for only then the case is closed there.
        The receipt lies in the open and names no one. A second import changes nothing and writes the receipt again.
    .examples =
        nansen case import amber.handover --dry-run
        nansen case import amber.handover -o amber.receipt
arg-case-import-file = What the other office gave
arg-case-import-dry-run = Check it and show what is in it; take nothing
cmd-case-receipt = Write down that the other office has the case
    .more =
        The case is closed as handed over, and counts there. What was recorded here after the hand-over is counted out: the
        other office does not have it.
    .examples =
        nansen case receipt amber.receipt
        nansen case receipt amber.receipt --json
arg-case-receipt-file = The receipt that came back
cmd-case-origin = Check again what another office handed over
    .more =
        What was taken is kept byte for byte under the case's own key. Its signature and its chain are checked anew and its
        entries shown with the ids, days and aliases of the other office.
    .examples =
        nansen case origin amber-heron
        nansen case origin amber-heron --json
arg-case-origin-case = The case: its number or its callsign

## A hand-over
handover-words = It opens to the key with the words: { $words }
handover-words-same = The key of the other office has the words “{ $words }”. Did they read you the same?
handover-made = { $case } ({ $callsign }) is sealed to the other office, with { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}, to be taken until { $until }.
handover-names = With the names of { $count ->
    [one] one person,
   *[other] { $count } persons,
} sealed to the other office.
handover-no-names = Without names.
handover-closed = { $count ->
    [one] One envelope was opened
   *[other] { $count } envelopes were opened
} by none of the keys given: what is in { $count ->
    [one] it does
   *[other] them does
} not go along.
handover-stays = What is not in it:
handover-stays-sealed = sealed to keys of this office: { $count }
handover-stays-links = ties to other cases: { $count }
handover-stays-fields = fields that only this office declares: { $count }
handover-stays-desk = who works on it or watches it here: { $count }
handover-stays-unknown = entries that only a newer program reads: { $count }
handover-stays-taken-back = what was taken back or replaced, its words and what hung on it: { $count }
handover-stays-others = other entries of this office, attachments among them: { $count }
handover-stays-cut = of { $count ->
    [one] one entry that goes along, what
   *[other] { $count } entries that go along, what
} is of this office alone: number, callsign, office code, worker and tags of the case, whose a next step was, by what an import knows it
handover-stays-always = files that were attached
handover-by = Of each entry goes along when it was recorded, and the alias of who recorded it.
handover-signed = Signed by: { $words }. Read these words to the other office on the telephone.
handover-next = The case and its deadlines stay yours until `nansen case receipt` has the receipt. Delete the file once the other office has it.
handover-taken = { $case } ({ $callsign }) is here, with { $count ->
    [one] { $count } entry.
   *[other] { $count } entries.
}
handover-looked = Nothing was taken. In the file { $count ->
    [one] is { $count } entry.
   *[other] are { $count } entries.
}
handover-there = { $case } ({ $callsign }) came by this hand-over, with { $count ->
    [one] { $count } entry.
   *[other] { $count } entries.
}
handover-days = Handed over on { $made }, to be taken until { $until }.
handover-signed-there = Whole, and signed by: { $words }. The other office must read you the same words.
handover-parts = Entries that stayed there: { $left }; that came without what is of that office alone: { $cut }. Persons whose names came sealed: { $names }.
handover-taken-next = Send the receipt back. It is nobody's case yet: `nansen assign`. Ask the person anew what you may do with it.
receipt-noted = The other office has had { $case } ({ $callsign }) since { $day }. It is closed here and counts there.
receipt-since = { $count ->
    [one] { $count } entry was
   *[other] { $count } entries were
} recorded here after the hand-over: the other office does not have { $count ->
    [one] it.
   *[other] them.
}

## In the history
entry-handover = handed over to another office, to be taken until { $until }
entry-handover-taken = taken over from another office, with { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
entry-handover-receipt = the other office has it
code-event-handover = handed over
code-event-handover-taken = taken over
code-event-handover-receipt = receipt of the other office
code-event-backup-kept = where a backup lies
code-audit-case-taken-over = took a case over from another office
code-audit-case-handed-over = sealed a case to another office
code-audit-backup-kept = said where a copy of a backup lies

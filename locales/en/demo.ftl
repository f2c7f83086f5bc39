# `demo`: the words between what it shows.

demo-intro = An office that never was: { $cases ->
    [one] one invented case
   *[other] { $cases } invented cases
  } in an encrypted store of its own, seen on { $today }.
demo-case = 1. One case, whole: what was applied for, decided and appealed, and what falls due
demo-rule = 2. Why that day: the reckoning of its next deadline, and the law it comes from
demo-due = 3. Who falls due this week, across the office
demo-summary = 4. The summary, as the store's owner sees it
demo-withheld = 5. What may not leave: the same table, asked for as a release to the press
demo-released = And what may: a table without a small cell
demo-next = To go on:
demo-kept = The store is kept: { $store }, opened by { $key } (without a passphrase: for looking only).
demo-gone = The store is gone again; nothing was kept.

# Putting together what says the same
carry-act-bundle = Put other contributions with it
carry-act-bundle-title = Putting other contributions with it
carry-act-part = Take a contribution apart
carry-act-part-title = Taking a contribution apart
carry-bundles-title = Proposals to bundle
carry-bundles-intro = The program seeks contributions that seem to say the same. You decide what travels together. Each contribution keeps its number and its words, and each author gets an answer of their own.
carry-bundles-no-process = There is no project in which you can put contributions together.
carry-bundles-all = All projects
carry-bundles-search = The search
carry-bundles-submit = Seek proposals
carry-bundles-asked = The search has begun.
carry-bundles-running = The search began on { $time } and is still running. You may leave this page.
carry-bundles-stopped = The search got stuck: nothing was heard of it since { $time }. You can begin again.
carry-bundles-done = Last searched on { $time }: { $texts ->
    [one] 1 contribution read
   *[other] { $texts } contributions read
}, { $count ->
    [0] nothing found that says the same.
    [one] 1 proposal found.
   *[other] { $count } proposals found.
}
carry-bundles-step-waiting = It is about to begin
carry-bundles-step-reading = Step 1 of 3: reading
carry-bundles-step-comparing = Step 2 of 3: comparing
carry-bundles-step-grouping = Step 3 of 3: making groups
carry-bundles-far = { $done } of { $total } contributions
carry-bundles-look-again = See how far it is now
carry-bundles-proposals = The proposals
carry-bundles-none = There is no proposal.
carry-bundles-caption = Proposals to bundle, the largest first
carry-bundles-number = Proposal
carry-bundles-first = Begins with
carry-bundles-many = How many
carry-bundles-size = { $count ->
    [one] 1 contribution
   *[other] { $count } contributions
}
carry-bundle-title = Proposal { $number }
carry-bundle-back = All proposals of this project
carry-bundle-lead = { $count ->
    [one] This contribution seems to say the same as what was put together before. Is that right?
   *[other] These { $count } contributions seem to say the same. Is that right?
}
carry-bundle-confirmed = This proposal was dealt with: what was chosen travels together.
carry-bundle-aside = This proposal was set aside. Nothing was put together.
carry-bundle-dossier = To the dossier in which they travel together
carry-bundle-texts = The texts side by side
carry-bundle-chosen-label = Which belong together?
carry-bundle-chosen-hint = Take the mark away where something else is said. Then choose at the bottom what is to be done.
carry-bundle-choose = Choose { $number }
carry-bundle-shared = Others say too:
carry-bundle-adds = This one alone asks for:
carry-bundle-more = { $count ->
    [one] There is 1 more contribution in this proposal. You see it once you have dealt with these.
   *[other] There are { $count } more contributions in this proposal. You see them once you have dealt with these.
}
carry-bundle-merge = Put the chosen ones together
carry-bundle-split = Make the chosen ones a proposal of their own
carry-bundle-set-aside = Set this proposal aside
carry-bundle-opposed = About the same, but against it
carry-bundle-opposed-text = These contributions are about the same and want the opposite. They do not belong to this proposal, but do not forget them in the advice.
carry-bundle-merged = { $joined ->
    [one] 1 contribution was put into this dossier.
   *[other] { $joined } contributions were put into this dossier.
} { $stayed ->
    [0] {""}
    [one] 1 contribution could not come along: withdrawn, or too far already.
   *[other] { $stayed } contributions could not come along: withdrawn, or too far already.
}
carry-bundle-was-split = The chosen contributions are a proposal of their own now. This is it.
carry-bundle-taken-out = The chosen contribution was taken out of this proposal.
carry-bundle-was-set-aside = The proposal was set aside. Nothing was put together.
carry-bundle-too-few = Choose at least two contributions that can still travel together.
carry-bundle-two-departments = These contributions lie at different departments. First let one department hand its dossier back.
carry-bundle-cannot-come = One of these contributions can no longer come along: it was withdrawn, or there is an advice on it.
carry-bundle-no-split = Choose a part of the contributions, not all and not none.
carry-bundle-no-deed = Choose at the bottom what is to be done with the chosen contributions.
carry-bundle-intro = Do other contributions say the same? Put them with this dossier. Each contribution keeps its number and its words, and each author gets an answer of their own.
carry-bundle-to-proposals = Or look at what the program proposes
carry-bundle-numbers-label = Numbers of the contributions
carry-bundle-numbers-hint = One number on each line, for example 3467-9CDF. When a contribution travels with others in its own dossier, those come along.
carry-bundle-numbers-missing = Fill in at least one number.
carry-bundle-numbers-many = Put at most 200 contributions together at once.
carry-bundle-numbers-wrong = ‘{ $number }’ is no number of a contribution. Such a number has eight signs.
carry-bundle-numbers-unknown = One of these numbers does not exist here. Check them.
carry-bundle-numbers-elsewhere = All contributions must belong to the same project.
carry-bundle-submit = Put them into this dossier
carry-part-intro = Does a contribution say something else, or does it belong to another department? Then it goes on in a dossier of its own and waits there for a department. When it is the contribution with which this dossier began, it stays here and the others go on together in a dossier of their own.
carry-part-chosen-label = Which contribution goes on apart?
carry-part-chosen-hint = The contribution keeps its number. Its public page keeps telling that it travelled with others.
carry-part-chosen-missing = Choose a contribution.
carry-part-not-together = This contribution does not travel with others here.
carry-part-submit = Take apart
carry-part-done = The contribution goes on apart. This is its dossier.

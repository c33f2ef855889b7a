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
# What differs within a bundle
carry-act-mark = Mark what a contribution says differently
carry-act-mark-title = What a contribution says differently
carry-mark-intro = Does a contribution say something else on a point than most of this bundle? Mark it with one sentence. That sentence stands with the decision and the answer, so that the motivation does not pass over it. The sentence is public.
carry-mark-chosen-label = Which contribution says something else?
carry-mark-words-label = What does it say differently?
carry-mark-words-hint = One sentence, for example: wants the benches in the sun.
carry-mark-words-missing = Write in one sentence what this contribution says differently.
carry-mark-away-label = Take the mark of this contribution away
carry-mark-submit = Mark
carry-mark-done = The contribution is marked. The decision and the answer show it.
carry-mark-away-done = The mark was taken away.
carry-mark-none = This contribution was not marked.
carry-mark-differs = Says something else than most:
carry-mark-cover = What differs within this bundle
carry-mark-cover-text = Also say in the motivation what is done with this.
# An author contests the bundle
carry-act-contest = Deal with a question to travel apart
carry-act-contest-title = Questions to travel apart
carry-contest-open = An author asked to travel apart and waits for an answer. Answer that first.
carry-contested-waiting = Who waits for an answer
carry-contested-none = Nobody waits for an answer.
carry-contested-intro = While somebody waits, there can be no advice and no decision.
carry-contested-one = { $number }, asked on { $asked }, to be answered by { $until }
carry-contested-label = About which contribution?
carry-contested-end-label = What happens?
carry-contested-end-missing = Choose what happens.
carry-contested-apart = The contribution goes on apart
carry-contested-kept = The contribution stays in the bundle, with a motive
carry-contested-motive-label = Motive
carry-contested-motive-hint = Needed when the contribution stays. The author and everybody can read it.
carry-contested-motive-missing = Write why the contribution stays in the bundle.
carry-contested-submit = Answer
carry-contested-done = The question was answered. The author reads it on the page of the contribution.
carry-contested-heard = Did somebody ask it otherwise than on the screen?
carry-contested-heard-text = Write down what an author said by telephone, letter or visit.
carry-contested-chosen-label = Whose contribution is it?
carry-contested-words-label = Why is it about something else?
carry-contested-words-hint = In the words of the author. This is not public.
carry-contested-heard-submit = Write down the question
carry-contested-heard-done = The question was written down.
carry-contested-list = Authors who asked to travel apart
carry-contested-more = Show who comes next
carry-task-contest-subject = Contribution { $number }: the author wants to travel apart
carry-task-contest-text = Dear { $name },

    The author of a contribution in dossier { $number } ({ $subject }) says that it is about something else than the others. Answer by { $until }:
    { $address }

    While there is no answer, there can be no advice and no decision.
# Dividing one contribution over departments
carry-act-divide = Divide the contribution over departments
carry-act-divide-title = Dividing a contribution over departments
carry-divide-intro = Does one contribution ask for things that different departments deal with? Then divide it. Each part goes to its department at once, with a dossier and a term of its own. The contribution itself stays, with its number and all its words.
carry-divide-promise = The author gets one answer, when every part is answered. The author can say that it all belongs together. As long as no part has an advice, you can put the parts together again.
carry-divide-part = Part { $number }
carry-divide-passage-label = The words of the author
carry-divide-passage-hint = Copy them as they stand. You may take several passages, with an empty line between them.
carry-divide-passage-missing = Fill in the words of this part. A contribution can be divided into two to four parts.
carry-divide-passage-elsewhere = These words do not stand in the contribution like this. Copy them word for word.
carry-divide-title-label = What is this part about?
carry-divide-title-hint = In one line. Leave it empty for the first words of the passage.
carry-divide-department-label = To which department?
carry-divide-department-missing = Choose a department for this part.
carry-divide-one-department = All parts go to the same department. Then you need not divide: ask that department to take the whole contribution.
carry-divide-open-beside = An objection is still open, or a department that this touches was not heard and gets no part. Settle that first.
carry-divide-submit = Divide and ask the departments
carry-divide-done = The contribution was divided. Each department was asked to take its part.
carry-divided-title = The parts
carry-divided-text = This contribution was divided. The author gets an answer when every part is answered.
carry-divided-part-of = This dossier carries a part of a contribution that was divided over departments:
carry-divided-one = { $number }: { $department }. { $state }, since { $since }.
carry-divided-one-until = { $number }: { $department }. { $state }, since { $since }, until { $until }.
carry-waits-parts = the departments of its parts
carry-act-reunite = Put the parts together again
carry-act-reunite-title = Putting the parts together again
carry-reunite-intro = The parts become one contribution again. Their dossiers go no further, and the numbers of the parts lead to the whole contribution. That one then waits for a department again. What departments wrote down already can still be read in the dossiers of the parts.
carry-reunite-part = Part { $number }: { $state }
carry-reunite-part-too-far = Too far to come back
carry-reunite-why = Putting together is possible until the assessment. After that something is settled about one part: an advice, an agreement at a table, committed money, a question to the author or a decision. Whoever puts together then undoes that in silence. When the parts are further already, let each go its way: the author gets one answer anyway, with all parts in it.
carry-reunite-sure-label = Yes, make it one contribution again
carry-reunite-sure-missing = Tick that you want this.
carry-reunite-too-far = A part is too far already: it has an advice, or it lies with the author, at a table, at a higher level or waits for means.
carry-reunite-submit = Put together
carry-reunite-done = The parts are one contribution again. It waits for a department.
carry-contested-reunite = The parts become one contribution again
carry-contested-divided = The contribution stays divided, with a motivation
carry-act-contest-divided = Deal with a request not to divide
carry-act-contest-divided-title = Requests not to divide
carry-contested-divided-words-label = Why does it belong together?
carry-task-contest-divided-subject = Contribution { $number }: the author does not want it divided
carry-task-contest-divided-text = Hello { $name },

    The author of the contribution in dossier { $number } ({ $subject }) says that its parts belong together. Answer by { $until }:
    { $address }

    As long as there is no answer, no part can get an advice or a decision.

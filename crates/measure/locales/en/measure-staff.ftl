measure-list-title = Measuring
measure-list-text = Every process has a measurement plan: what you want to know, when and of whom. Without a plan nobody knows afterwards whether it helped.
measure-list-empty = There are no processes yet.
measure-list-whole = The measurement plan is ready.
measure-list-begun = There is a measurement plan, but it is not ready yet.
measure-list-none = There is no measurement plan yet.
measure-plan-title = Measurement plan: { $title }
measure-plan-back = Measurement plan
measure-plan-text = The program proposes what you measure, from the aims of the process. You keep each proposal or leave it out. Everybody can read what you leave out, and why.
measure-plan-public = What everybody reads
measure-plan-whole = This measurement plan is ready.
measure-plan-not-whole = This measurement plan is not ready yet: choose when you ask people something, and which questions.
measure-plan-undecided =
    { $count ->
        [one] One proposal has not been decided on yet.
       *[other] { $count } proposals have not been decided on yet.
    }
measure-plan-aims = Aims of this process
measure-plan-no-aims = No aims have been chosen yet. Then the program only proposes what belongs to every process.
measure-plan-guide = Choose aims in the design guide
measure-plan-when = When do you ask people something?
measure-plan-when-text = Ask before people take part, after they got the answer, and long afterwards. Rounds may not overlap. Leave empty what you do not do. Ask people who did not take part as well. Paper can be typed in until fourteen days after the last day; after that the outcomes are fixed.
measure-plan-opens = First day
measure-plan-closes = Last day
measure-plan-invited = How many people do you ask?
measure-plan-begun = Begun on { $day }. The first day does not change any more.
measure-plan-days-hold = These days do not change any more.
measure-plan-both-days = Fill in the first and the last day, or leave both empty.
measure-plan-turned = The last day is before the first. Swap them.
measure-plan-past = The last day has passed already. Choose today or later.
measure-plan-overlap = This round begins before the previous one is over. Choose a later first day.
measure-plan-held = These days cannot change like this, because the round has begun.
measure-plan-invited-wrong = Write a whole number, or leave this empty.
measure-plan-what = What do you measure?
measure-plan-what-text = Choose for each proposal.
measure-plan-keep = We measure this
measure-plan-drop = We do not measure this
measure-plan-motive = Why not?
measure-plan-motive-missing = Write why you do not measure this. Everybody can read it.
measure-plan-others = Other things that you can measure
measure-plan-others-label = We measure this too
measure-plan-save = Save the measurement plan
measure-plan-save-then = Save and choose the questions
measure-plan-saved = The measurement plan was saved.
measure-hold = There is no whole measurement plan yet. Lay down what you measure, when and of whom, and say what you do not measure.
measure-hold-plan = Make the measurement plan
measure-because-always = This belongs to every process.
measure-because-aims = For: { $aims }.
measure-refused-overtaken = Somebody else saved this measurement plan meanwhile. Check what it says now and save again.
measure-refused-no-motive = Write why you do not measure a proposal.
measure-refused-days-hold = The days of a round that has begun or is over do not change any more.
measure-refused-questions-hold = Somebody answered already. The questions of that round do not change any more.
measure-refused-too-many = Those are more questions than fit in one round.
measure-refused-not-open = Nobody can answer in this round now.
measure-refused-still-open = People can still answer. The outcomes are only fixed after the last day.
measure-questions-link = Which questions do you ask?
measure-questions-title = Questions: { $title }
measure-questions-text = Choose at most { $most } sentences in each round. A short list is filled in more often, also by people with little time.
measure-questions-same = A sentence that you ask both before and after shows what changed.
measure-questions-before = Beforehand
measure-questions-after = After the answer
measure-questions-later = Long afterwards
measure-questions-took-part = only who took part
measure-questions-staff = staff only
measure-questions-hold = Somebody answered already. These questions do not change any more.
measure-questions-none = There is nothing to ask. First choose in the measurement plan what you measure with a questionnaire.
measure-questions-too-many = { $most } questions fit in one round. You chose { $many }. Leave some out.
measure-questions-save = Save the questions
measure-questions-saved = The questions were saved.
measure-outcomes-link = Outcomes
measure-outcomes-title = Outcomes: { $title }
measure-outcomes-text = You see the same as everybody. As long as people are answering, you only see about how many there are.
measure-outcomes-waves = Rounds
measure-outcomes-about = { $many } or more
measure-outcomes-hold = Everything is typed in: fix the outcomes
measure-outcomes-held = The outcomes are fixed. Nothing is added any more.
measure-outcomes-entry = Type in paper
measure-column-wave = Round
measure-column-days = Days
measure-column-state = State
measure-column-sheets = Filled in
measure-column-do = Do
measure-entry-title = Type in paper: { $title }
measure-entry-text = Type in what people filled in on paper, sheet by sheet. Leave empty what is empty on the sheet. Never write down whose sheet it is.
measure-entry-batch =
    { $count ->
        [0] No sheets of this pile yet.
        [one] One sheet of this pile has been typed in.
       *[other] { $count } sheets of this pile have been typed in.
    }
measure-entry-fresh = Begin a new pile
measure-entry-other = Go to this round
measure-entry-way = How did this person answer?
measure-entry-code = Code
measure-entry-code-before = The code that is printed on the sheet. Is there none? Leave this empty.
measure-entry-code-after = The code that the person wrote down. Is there none? Leave this empty.
measure-entry-without-code = Save without a code
measure-entry-save = Save this sheet
measure-entry-saved = The sheet was saved.
measure-entry-replaced = The sheet was saved. It takes the place of an earlier sheet with the same code.
measure-entry-unknown = The sheet was saved. The code is not known; the answers do count.
measure-entry-closed = There is no round for which something can be typed in now.
measure-entry-number = The last sheet got number { $number }. Write that number on the paper. Somebody else types it in again later; only then it counts.
measure-entry-check = Check paper
measure-check-title = Check paper: { $title }
measure-check-text = Take the sheet with this number and type it in again. You do not see what the first person typed. When it is the same, the sheet counts.
measure-check-sheet = Sheet { $number }
measure-check-code = The code on the sheet. Is there none? Leave this empty.
measure-check-save = Save this sheet
measure-check-differs = This differs from the first time. Look at the paper once more.
measure-check-look-again = Look at the paper once more where it is marked. Correct what was wrong and save again. What you save then counts.
measure-check-waiting = Waits to be checked
measure-check-none = There is nothing that you can check.
measure-check-own =
    { $count ->
        [0] Nothing that you typed in yourself is waiting.
        [one] One sheet that you typed in yourself waits for somebody else.
       *[other] { $count } sheets that you typed in yourself wait for somebody else.
    }
measure-check-same = The same both times. The sheet counts.
measure-check-corrected = Corrected. The sheet counts as you read it.
measure-outcomes-unchecked =
    { $count ->
        [one] One sheet of paper is not checked yet.
       *[other] { $count } sheets of paper are not checked yet.
    }
measure-refused-unchecked = There are sheets of paper that nobody checked. Have them checked first, or wait until the days for paper are over.
measure-refused-own-sheet = Who typed a sheet in does not check it. Ask somebody else.
measure-outcomes-staff = Questions for staff
measure-staff-title = Questions for staff
measure-staff-text = Did you work on this project? These questions are about your own work.
measure-staff-who = You are signed in, but we do not keep who answered what. Of groups that are too small we show nothing. Researchers may also read separate answers, without a name and without a code, and never of a group that is too small.
measure-staff-free = You need not answer. Any question may stay open.
measure-staff-closed = There is no round now in which staff is asked anything.
measure-export-title = Separate answers for research: { $title }
measure-export-back = Export for research
measure-export-text = A table with one row for each questionnaire that was filled in, and a code book that explains each column. It holds no name, no code, no day and no word of anybody's own.
measure-export-number = Each row has a number that holds in this file only. The rows stand in a random order. Whoever answered before and after with the same code has the same pair number on both rows.
measure-export-small = Nothing leaves of a group of fewer than { $most } people. What somebody else may know (how somebody answered, what makes taking part hard, whether there is a pair) leaves only when at least as many people have the same.
measure-export-noted = The log will say that you took the answers along.
measure-export-codebook = Code book (CSV)
measure-export-take = Take the answers along (CSV)
measure-export-open = Does not leave yet: the answers do not hold yet.
measure-export-untold = Does not leave: whoever answered was not told that researchers see separate answers. The totals are public.
measure-export-leaves = Leaves.
measure-export-nothing = There are no answers that may leave: they are of too few people, or of rounds that do not hold yet.
measure-codebook-number = number of the row; it is random and holds in this file only
measure-codebook-use = what may be done with the row
measure-codebook-wave = round in which somebody answered
measure-codebook-respondent = resident or staff
measure-codebook-took-part = whether the resident took part; before: whether the resident means to; empty for staff
measure-codebook-way = how somebody answered
measure-codebook-pair = the same number on the rows of one person; empty when there was no code or when the pair may not leave
measure-codebook-barriers = what makes taking part hard, with spaces between; empty when it was not asked
measure-codebook-resident = resident
measure-codebook-hidden = left out to protect somebody
measure-codebook-some = at least one thing; which ones is left out to protect somebody
measure-codebook-open = left open; no answer to calculate with
measure-codebook-asked = asked in this round
measure-codebook-not-asked = empty: not asked, in this round or of this person
measure-limit-publish = Do not publish it and do not pass it on: each row holds the answers of one person. Only the totals are public.
measure-limit-join = Do not lay this file beside another, or beside an earlier export, to find out who somebody is.
measure-limit-self-selected = Whoever answers chose to. That is seldom a good likeness of who lives there.
measure-limit-asked-unknown = Whoever did not see the questions, or did not want to answer, is not in it. Nothing is known of those people.
measure-limit-paper = Paper was typed in by two people. What the second did not check is not in it. Whoever was read to answered to somebody.
measure-limit-twice = Without a code nobody sees whether somebody answered twice. Pairs are only of people who kept their code.
measure-limit-means-to = Before, took_part says whether somebody means to take part; after, whether somebody did.
measure-limit-cause = A difference between before and after may also come from something else than this project.
measure-limit-smallest = the smallest group of this municipality: what is of fewer people is coarser or left out
measure-limit-sheets = rows of this round
measure-limit-invited = so many people were asked; empty when that is not known
measure-limit-unchecked = sheets of paper that do not count, since no second person checked them
measure-limit-few = nothing of this group leaves: fewer than { $most } people
measure-limit-cut = residents who answered before and in this round, and whose pair may not leave
measure-limit-cut-staff = staff who answered before and in this round, and whose pair may not leave
measure-limit-way = rows of which it is left out how somebody answered
measure-limit-barriers = rows of which what makes taking part hard is coarser or left out

learn-title = How are we doing?
learn-lead = We count what goes well and what does not. Each figure says what it is a part of, and what we do not know.
learn-back = All figures
learn-from = From
learn-to = Up to and including
learn-by-department = Department
learn-by-area = Neighbourhood
learn-by-channel = How it came in
learn-by-process = Project
learn-ask = Show these figures
learn-day-wrong = Fill in a day, for instance 2026-03-12.
learn-period-turned = The first day is after the last one. Swap them.
learn-period = From { $from } up to and including { $to }.
learn-counted = Counted on { $time }.
learn-never-counted = The figures have not been counted yet. That happens every hour by itself.
learn-received =
    { $count ->
        [0] Nothing came in during this period.
        [one] One contribution came in during this period.
       *[other] { $count } contributions came in during this period.
    } { $withdrawn ->
        [0] None of them was withdrawn.
        [one] One of them was withdrawn and is not counted any further.
       *[other] { $withdrawn } of them were withdrawn and are not counted any further.
    }
learn-received-few = Fewer than { $most } contributions came in during this period.

learn-theme-time = How long does it take?
learn-theme-answers = Does whoever takes part get an answer?
learn-theme-still = What lay still?
learn-theme-together = How do we work together?
learn-theme-doing = Does it get done?
learn-theme-leaning = On whom does it lean?

learn-column-figure = Figure
learn-column-outcome = Outcome
learn-column-what = What
learn-column-says = That is
learn-column-many = Number
learn-column-share = Share
learn-column-open = Still now
learn-column-median = Working days, the middle one
learn-tone-good = good
learn-tone-plain = neither
learn-tone-bad = not good
learn-tone-unknown = not known

learn-headline-share = { $numerator } of { $denominator } ({ $share })
learn-headline-count = { $numerator } of { $denominator }
learn-headline-none = Nothing yet to take a share of.
learn-headline-no-days = None yet.
learn-headline-days = Half { $median ->
        [0] on the same day
        [one] within one working day
       *[other] within { $median } working days
    }, nine of ten { $nine ->
        [0] on the same day
        [one] within one working day
       *[other] within { $nine } working days
    }.
learn-headline-spread = { $count ->
        [one] Chosen once.
       *[other] Chosen { $count } times.
    }
learn-stranded-headline = { $share }. The middle one lay still for { $median ->
        [one] one working day
       *[other] { $median } working days
    }.
learn-means-headline = { $share }. The middle one had an answer { $median ->
        [0] on the same day
        [one] within one working day
       *[other] within { $median } working days
    }.
learn-told-nothing = Nothing in this period.
learn-told-few = Fewer than { $most }: too few to show.
learn-told-few-in-confidence = Too few to show: fewer than { $most } reactions in a whole quarter.
learn-told-not-split = This figure cannot be split that way.
learn-told-not-counted = Not counted yet.

learn-no-department = the participation team
learn-no-area = without a neighbourhood
learn-no-channel = not known
learn-no-process = without a project
learn-other-place = something else
learn-quarter = Quarter { $number } of { $year }

learn-parts-title = What it consists of
learn-spell-title = Why it lay still
learn-spell-column = Reason
learn-level-title = To which level
learn-level-column = Level
learn-split-department = By department
learn-split-department-column = Department
learn-split-area = By neighbourhood
learn-split-area-column = Neighbourhood
learn-split-channel = By how it came in
learn-split-channel-column = How it came in
learn-split-process = By project
learn-split-process-column = Project
learn-split-quarter = By quarter
learn-split-quarter-column = Quarter
learn-how-title = How we count this
learn-how-formula = Calculation
learn-how-source = From
learn-how-unit = What we count
learn-how-small = Small groups
learn-how-code = Number
learn-small-people = We do not show a group of fewer than { $most }. That is why sometimes a larger group is hidden too: otherwise the small one could be calculated.
learn-small-deeds = This is about what the municipality did. Each case is public by itself as well. Of fewer than { $most } we take no share.
learn-read-title = How to read this
learn-read-causes = A figure says what happened, not what caused it. It is no ranking of departments or people.
learn-read-small = We do not show small groups of people. Nothing here bears a name.
learn-read-confidence = What authors thought of their answer, they said in confidence. We count it only in whole quarters that are over, and never of fewer than five people.
learn-sheet = These figures for a spreadsheet (CSV)
learn-answers-link = Read all answers
learn-lessons-link = What we learned from projects
learn-one-sided = In the year up to the last day, the same way was chosen more than 60 of 100 times: { $strategy }. Look whether the other ways had a fair chance.
learn-one-sided-perspective = In the year up to the last day, values of the same kind were put first more than 60 of 100 times: { $perspective }. Look whether other values were damaged too much.
learn-lasting-benchmark = For comparison: Genk itself reported that 73 % of its projects found a place in the neighbourhood. Nobody recalculated that, and it was not counted in the same way as here.

learn-source-journal = The journal of every dossier.
learn-source-departments = What departments wrote beside it: meetings with each other, means, objections, advice and values.
learn-source-answers = The public answers and how they were delivered.
learn-source-reactions = What authors thought of their answer.
learn-source-commitments = What was promised after decisions.
learn-source-roles = Which roles people have on the day of counting.
learn-unit-contribution = Contributions. What travels together counts for each author.
learn-unit-reaction = Authors who had an answer.
learn-unit-dossier = Dossiers: one contribution, or a bundle that travels together.
learn-unit-request = Requests to a department for means.
learn-unit-escalation = Times that a question went to a higher level.
learn-unit-weighing = Times that conflicting values were written down.
learn-unit-commitment = Promises after a decision.
learn-unit-process = Projects that are open now.

learn-response-receipt-name = From spoken to receipt
learn-response-receipt-what = How long it takes until a contribution has a number. What comes in at the door or on paper sometimes lies on a pile first.
learn-response-receipt-formula = Working days from the day on which something was said or written to the day on which it got a number. Counts on the day of receipt.
learn-response-receipt-missing = { $count } are still waiting.
learn-response-first-name = From receipt to the first message with content
learn-response-first-what = How long somebody waits for the first message about the matter itself: a question, the frame check, advice, a referral, a decision or an answer.
learn-response-first-formula = Working days from the day of receipt to that message. Counts on the day of receipt.
learn-response-first-missing = { $count ->
        [one] One contribution is still waiting. It is not counted in these days.
       *[other] { $count } contributions are still waiting. They are not counted in these days.
    }
learn-response-decision-name = From receipt to decision
learn-response-decision-what = How long it takes until a contribution is decided, referred or kept for later.
learn-response-decision-formula = Working days from the day of receipt to the day of the decision. Counts on the day of receipt. After a review or deferral the last decision counts.
learn-response-decision-missing = { $count ->
        [one] One contribution is not decided yet. It is not counted in these days.
       *[other] { $count } contributions are not decided yet. They are not counted in these days.
    }
learn-response-feedback-name = From decision to answer
learn-response-feedback-what = How long the author waits after the decision for an answer with the reasons.
learn-response-feedback-formula = Working days from the day of the decision to the day on which the answer became public. Counts on the day of the decision.
learn-response-feedback-missing = { $count ->
        [one] One contribution has no answer yet. It is not counted in these days.
       *[other] { $count } contributions have no answer yet. They are not counted in these days.
    }
learn-answered-name = Answered, and the answer arrived
learn-answered-what = What share of the decided contributions have an answer that reached its author, or that is public where the author wanted to receive nothing.
learn-answered-formula = Delivered answers, divided by all decided contributions of which the answer is there or should be. Counts on the day of the decision.
learn-answered-missing = { $count ->
        [one] For one contribution the term is still running.
       *[other] For { $count } contributions the term is still running.
    }
learn-motivated-name = Answered with all reasons
learn-motivated-what = What share of the decisions have an answer with everything that must be in it: what was done with it, what decided, and why not when it is a no.
learn-motivated-formula = Contributions with a whole answer, divided by all decided contributions of which the answer is there or should be.
learn-motivated-missing = { $count ->
        [one] For one contribution the term is still running.
       *[other] For { $count } contributions the term is still running.
    }
learn-understood-name = The author understood the answer
learn-understood-what = What share of the authors who told us so understood why.
learn-understood-formula = Authors who said yes, divided by all authors who said yes or no. Counts on the day of the reaction.
learn-understood-missing = { $count ->
        [one] One author said nothing. Those who say nothing may not have understood it.
       *[other] { $count } authors said nothing. Those who say nothing may not have understood it.
    }
learn-refusal-accepted-name = A no, but fair
learn-refusal-accepted-what = What share of the authors whose proposal was not adopted think that it went fairly all the same.
learn-refusal-accepted-formula = Authors who found it fair, divided by all authors with a no who answered that. Counts on the day of the reaction.
learn-refusal-accepted-missing = { $count ->
        [one] One author with a no said nothing.
       *[other] { $count } authors with a no said nothing.
    }
learn-stranded-name = Ever lay still
learn-stranded-what = What share of the contributions that came in during this period ever lay still: the term was over, nobody took it, an objection or a choice between values stayed open, or a promise lay still.
learn-stranded-formula = Contributions that ever lay still, divided by all contributions. The working days of all times together; what lies still now counts up to today. That nothing was promised for too long after a decision also counts when it is promised now. Of the promises themselves only what lies still now counts.
learn-stranded-missing = { $count } not known.
learn-spanning-name = Several departments took part
learn-spanning-what = In what share of the dossiers that touch more than one department, more than one did something.
learn-spanning-formula = Dossiers to which two or more departments contributed, divided by dossiers in which more than one is involved: asked, heard, invited to a table, asked for means, or with an objection or advice. A department that says that it is not touched does not count. Counts on the day of receipt.
learn-spanning-missing = { $count ->
        [one] For one dossier it was not recorded that it touches more departments.
       *[other] For { $count } dossiers it was not recorded that they touch more departments.
    }
learn-alone-name = Decided alone
learn-alone-what = What share of the decided dossiers that touch more than one department, or more than one kind of values, one department decided alone. It says nothing of people.
learn-alone-formula = Dossiers in which no other department was heard, sat at a table or did something, divided by all decided dossiers in which another department was named or values of two perspectives conflicted. Counts on the day of the decision, for the department that had it.
learn-alone-missing = { $count } not known.
learn-owner-name = A department took it in time
learn-owner-what = What share of the dossiers was accepted by a line department within the term, so that it is not left to the participation team alone.
learn-owner-formula = Dossiers accepted within the term, divided by all dossiers in scope. Counts on the day of the screening.
learn-owner-missing = { $count ->
        [one] For one dossier the term is still running.
       *[other] For { $count } dossiers the term is still running.
    }
learn-frames-name = Frames checked before residents worked anything out
learn-frames-what = For what share of the dossiers law, money and practice were checked before the author had to find out or work out anything.
learn-frames-formula = Dossiers with a frame check before the first question to the author, divided by all dossiers with a frame check. Counts on the day of the check.
learn-frames-missing = { $count } not known.
learn-means-name = Means of another department
learn-means-what = What share of the requests for means had a yes, and how long that took.
learn-means-formula = Granted, divided by everything that was asked, also what still waits and what was not needed any more. Counts on the day of the request, for the department that was asked.
learn-means-missing = { $count ->
        [one] One request still waits for an answer.
       *[other] { $count } requests still wait for an answer.
    }
learn-escalations-name = To a higher level
learn-escalations-what = How often a question went to a higher level, and what share had an answer there within the term.
learn-escalations-formula = Answered within the term, divided by all times that there was or should have been an answer. Counts on the day on which the question went to that level.
learn-escalations-missing = { $count ->
        [one] For one question the term is still running.
       *[other] For { $count } questions the term is still running.
    }
learn-strategies-name = How departments choose when values conflict
learn-strategies-what = Which way departments chose when values conflicted. No way is always the right one.
learn-strategies-formula = Each time that a choice was written down, spread over seven ways. Counts on the day on which it was written down.
learn-strategies-missing = { $count ->
        [one] Once no choice was made yet.
       *[other] { $count } times no choice was made yet.
    }
learn-perspectives-name = Which values were put first
learn-perspectives-what = What kind of values departments put first when values conflicted, by four ways of looking at government. None of them is always the right one.
learn-perspectives-formula = Each time that a department put a value first, spread over the four perspectives to which that value belongs. Counts on the day on which it was written down.
learn-perspectives-missing = { $count ->
        [one] Once it was not written down which value was put first.
       *[other] { $count } times it was not written down which value was put first.
    }
learn-uptake-name = Adopted
learn-uptake-what = What share of the decided contributions was adopted wholly or partly.
learn-uptake-formula = Adopted and partly adopted, divided by all decided contributions. Counts on the day of the decision.
learn-uptake-missing = { $count } not known.
learn-considered-name = Demonstrably considered
learn-considered-what = What share of the decided contributions was taken up, or refused with a whole reason.
learn-considered-formula = Carried out or tried, plus refused with a whole reason, divided by all decided contributions. Deferred, referred and kept for later do not count as considered.
learn-considered-missing = { $count } not known.
learn-realised-name = It is there
learn-realised-what = What share of what was decided and should be there by now, was really seen by an author or the neighbourhood manager.
learn-realised-formula = Realised dossiers, divided by all adopted dossiers that are done, late, or without a plan after the term. Counts on the day of the decision.
learn-realised-missing = { $count ->
        [one] For one dossier the date lies ahead.
       *[other] For { $count } dossiers the date lies ahead.
    }
learn-lasting-name = It still works
learn-lasting-what = What share of what came, after the agreed time still works, is used, is owned and has a fixed place.
learn-lasting-formula = Promises that pass all four questions, divided by everything that is there and was checked or should have been. Counts on the day on which it was confirmed.
learn-lasting-missing = { $count ->
        [one] One promise need not be checked yet.
       *[other] { $count } promises need not be checked yet.
    }
learn-changed-name = It became something else than promised
learn-changed-what = What share of the promises changed on the way.
learn-changed-formula = Changed promises, divided by all promises. Each promise counts as one element of the proposal. Counts on the day of the promise.
learn-changed-missing = { $count } not known.
learn-change-told-name = The change was explained
learn-change-told-what = For what share of the changes the authors heard what becomes different and why.
learn-change-told-formula = Changed promises after which every author had an answer, divided by all changed promises. Counts on the day of the promise.
learn-change-told-missing = { $count ->
        [one] One promise did not change.
       *[other] { $count } promises did not change.
    }
learn-intermediary-name = Leaning on one organisation
learn-intermediary-what = Of all contributions that came through an organisation: what share came through one and the same.
learn-intermediary-formula = Contributions through the organisation that brought most, divided by all contributions that came through an organisation. In whole quarters that are over. Organisations that brought too few in a quarter stand together.
learn-intermediary-missing = { $count ->
        [one] One contribution did not come through an organisation.
       *[other] { $count } contributions did not come through an organisation.
    }
learn-harder-name = Leaning on one organisation for those who find it harder to take part
learn-harder-what = Of the people who were helped and said themselves that taking part is harder for them: what share was helped by one and the same organisation.
learn-harder-formula = People who said so with the organisation that helped most, divided by all who said so with an organisation or with the municipality. Said freely, apart from a contribution, and written down only as the number of a group. Those who were not helped do not count.
learn-harder-missing = { $count ->
        [one] One person who was helped would rather not say.
       *[other] { $count } people who were helped would rather not say.
    }
learn-carrier-name = Leaning on one person
learn-carrier-what = What share of the open projects is carried by one person today, without anybody who stands in.
learn-carrier-formula = Open projects with nobody or one person who may lead the project, substitutes included, divided by all open projects. As it is now, whichever period you choose.
learn-carrier-missing = { $count } not known.
learn-council-name = The council knew of it
learn-council-what = In what share of the projects the council was briefed before there was any advice.
learn-council-formula = Projects with a briefing of the council on a day before the first advice, divided by all projects with advice. Counts on the day of that advice.
learn-council-missing = { $count } not known.
learn-politicians-name = Politicians present
learn-politicians-what = At how many moments of the planning politicians were present. To be present is not good or bad in itself.
learn-politicians-formula = Moments with at least one politician, divided by all moments for which that was written down.
learn-politicians-missing = For { $count } moments nothing was written down.

learn-part-response-reached = done
learn-part-response-waiting = still waiting
learn-part-answered-delivered = answer delivered
learn-part-answered-underway = answer public, delivery not confirmed yet
learn-part-answered-failed = answer did not arrive
learn-part-answered-late = late, no answer yet
learn-part-answered-in-term = term still running
learn-part-motivated-whole = all reasons given
learn-part-motivated-partly = answer without all reasons
learn-part-motivated-late = late, no answer yet
learn-part-motivated-in-term = term still running
learn-part-understood-yes = understood the answer
learn-part-understood-no = did not understand the answer
learn-part-understood-silent = said nothing
learn-part-accepted-yes = thought that it went fairly
learn-part-accepted-no = thought that it did not go fairly
learn-part-accepted-silent = said nothing
learn-part-still-never = never lay still
learn-part-still-ever = ever lay still
learn-part-spanning-several = several departments took part
learn-part-spanning-one = only one department did something
learn-part-spanning-untold = not recorded that it touches more departments
learn-part-alone-together = another department took part or was heard
learn-part-alone-alone = one department alone
learn-part-owner-in-term = accepted in time
learn-part-owner-without = decided without a line department
learn-part-owner-late = accepted late
learn-part-owner-nobody = nobody accepted it in time
learn-part-owner-open = term still running
learn-part-frames-before = before residents worked anything out
learn-part-frames-after = after the author had to find out something
learn-part-means-granted = granted
learn-part-means-refused = refused
learn-part-means-dropped = not asked any more
learn-part-means-waiting = waits for an answer
learn-part-escalation-in-term = answered in time
learn-part-escalation-higher = went further up
learn-part-escalation-late = answered late
learn-part-escalation-overdue = late, no answer yet
learn-part-escalation-open = term still running
learn-part-strategy-unchosen = not chosen yet
learn-part-prioritised-lawful = rules and law (lawful government)
learn-part-prioritised-performing = results (performing government)
learn-part-prioritised-networking = doing it together (networking government)
learn-part-prioritised-responsive = room for residents (responsive government)
learn-part-prioritised-untold = not written down which
learn-part-considered-taken-up = is done or tried
learn-part-considered-refused-with-motive = refused with a whole reason
learn-part-considered-refused-without-motive = refused, without a reason so far
learn-part-considered-elsewhere = deferred, referred or kept for later
learn-part-realised-realised = seen and confirmed
learn-part-realised-late = date has passed, not done
learn-part-realised-unplanned = without a plan after the term
learn-part-realised-ahead = date lies ahead
learn-part-lasting-lasting = works, is used, is owned and has a place
learn-part-lasting-not-lasting = checked, not all of it holds
learn-part-lasting-unchecked = not checked, though it was time
learn-part-lasting-ahead = not yet time to check
learn-part-changed-same = stayed as promised
learn-part-changed-told = changed and explained
learn-part-changed-untold = changed, not yet explained to everybody
learn-part-carrier-shared = two or more people
learn-part-carrier-alone = one person
learn-part-carrier-nobody = nobody
learn-part-through-largest = through the organisation that brought most
learn-part-through-other = through other organisations
learn-part-through-direct = not through an organisation
learn-part-harder-largest = helped by the organisation that helped most
learn-part-harder-other = helped by others
learn-part-harder-silent = would rather not say
learn-through-title = Through whom
learn-through-column = Organisation
learn-through-others = Other organisations together, each too small to name
learn-through-own = The municipality itself
learn-through-gone = An organisation that is no longer here
learn-source-contributions = Through which organisation each contribution came.
learn-source-groups = What organisations that helped people counted of them, only in groups.
learn-small-largest = Through whom somebody took part says something about that person. We count this only in whole quarters that are over, and never of fewer than five people. An organisation that brought too few is not named apart.
learn-steering-name = Did they help or steer
learn-steering-what = What people thought who were at a moment with politicians: did it help, did it steer, or did it make no difference.
learn-steering-formula = Those present who said that it helped, divided by all those present who said something. Only whole quarters that are over, and never of a few people.
learn-steering-missing = { $count } not known.
learn-unit-moment = Moments of the planning of a project.
learn-unit-participant = People who were at such a moment and said something. No names.
learn-part-council-before = told before the first advice
learn-part-council-after = told only later
learn-part-council-none = not told
learn-part-presence-with = with politicians
learn-part-presence-without = without politicians
learn-part-presence-unrecorded = not written down
learn-part-steering-helpful = it helped
learn-part-steering-neither = it made no difference
learn-part-steering-steering = it steered

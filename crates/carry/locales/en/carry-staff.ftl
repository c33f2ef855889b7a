# My work
carry-desk-title = My work
carry-desk-empty = Nothing waits for you.
carry-desk-empty-screen = New contributions appear here as soon as they come in. You then look: does this belong to the question, or is it better off elsewhere?
carry-desk-empty-accept = Dossiers appear here as soon as somebody asks your department to take one. You accept it, or hand it back with a reason.
carry-desk-empty-holder = Dossiers appear here as soon as your head of department gives them to you.
carry-desk-nothing-here = Work that waits for you comes here. For your role nothing comes here. Choose above what you want to do.
carry-desk-empty-schedule = Dossiers appear here as soon as there is an advice. You then put them on the agenda.
carry-desk-empty-decide = Dossiers appear here as soon as they are on the agenda. You read the advice and write down the decision.
carry-desk-empty-read = You read along. Choose ‘All dossiers’ above to see where everything is.
carry-desk-empty-partner = Write down what people tell you, and bring the answer back to them.
carry-desk-empty-other = There is nothing on this list now.
carry-desk-view-mine = Waits for me
carry-desk-view-due = Due this week
carry-desk-view-overdue = Overdue
carry-desk-view-waiting = Waits for others
carry-desk-view-all = All dossiers
carry-desk-views = Lists
carry-desk-many = more than { $count }
carry-desk-caption = { $view }, what is due first on top
carry-desk-number = Number
carry-desk-subject = Subject
carry-desk-state = State
carry-desk-since = Since
carry-desk-until = Until
carry-desk-waits = Waits for
carry-desk-until-none = no term
carry-desk-stranded = Lying still since { $day }
carry-desk-overdue = overdue
carry-desk-filter-process = Project
carry-desk-filter-state = State
carry-desk-filter-put-off = Put off or kept
carry-desk-filter-apply = Show
carry-desk-partner-title = For people you speak to
carry-desk-partner-intake = Write down a contribution
carry-desk-partner-deliver = Answers to bring back
carry-waits-screen = screening
carry-waits-assign = being assigned to a department
carry-waits-accept = { $department }, to accept
carry-waits-schedule = a place on the agenda
carry-waits-decide = the decision
carry-waits-answer = the answer to the author
carry-waits-deliver = the delivery of the answer
carry-waits-author = the author
carry-waits-nobody = nobody
carry-waits-holder = a new holder
carry-waits-level = { $level }, to answer
carry-waits-conclude = what the table agreed
carry-waits-settle = the answer of the higher level
carry-waits-resume = whoever takes this up again
# The dossier
carry-dossier-title = Dossier { $number }
carry-dossier-said = What residents said
carry-dossier-said-more = And { $count } more.
carry-dossier-said-many = { $count } contributions
carry-dossier-way = The way so far
carry-dossier-acts = What you can do now
carry-dossier-acts-none = There is nothing you can do with this dossier now.
carry-dossier-waits = It waits for { $who }.
carry-dossier-state = State: { $state }
carry-dossier-since = since { $day }
carry-dossier-until = until { $day }
carry-dossier-stranded = { $why }: lying still since { $day }
carry-dossier-department = Department
carry-dossier-asked = Department asked
carry-dossier-holder = Holder
carry-dossier-process = Project
carry-dossier-none = nobody yet
carry-dossier-facts = Who and what
carry-dossier-public = As a resident sees it
carry-dossier-channel = Came in: { $channel }, on { $day }
carry-dossier-unpublished = Not public yet
carry-dossier-withdrawn = Withdrawn by the author. The words are gone.
carry-dossier-screening = Screening
carry-dossier-screened-in = Belongs to the question: { $kind }.
carry-dossier-screened-referred = Referred to { $to }: { $place }
carry-dossier-screened-parked = Kept for later under ‘{ $theme }’.
carry-dossier-askings = Departments asked
carry-dossier-asking = { $department }, asked on { $day }
carry-dossier-frames = Frame check
carry-dossier-advice = Advice
carry-dossier-advice-of = { $department } on { $day }: { $fit }
carry-dossier-motive = Why
carry-dossier-questions = Questions to the author
carry-dossier-question-of = Asked on { $day } about { $number }. { $status }
carry-dossier-question-carry = Still to be brought: { $channel }
carry-dossier-question-carried = Brought on { $day }
carry-dossier-answer-of = Answer of { $day }
carry-dossier-agenda = Agenda
carry-dossier-slot = { $body }, { $day }
carry-dossier-again = Begun again
carry-dossier-again-of = { $what } on { $day }
carry-dossier-earlier = From an earlier round
carry-dossier-decision = Decision
carry-dossier-decision-of = { $body } on { $day }: { $outcome }
carry-dossier-vote = How it was decided: { $vote }
carry-dossier-published = The published decision
carry-dossier-deviation = Why the decision differs from the advice
carry-dossier-until-day = Deferred until { $day }
carry-dossier-trial-day = The trial runs until { $day }
carry-dossier-notes = Notes, for colleagues only
carry-dossier-note-of = { $name }, { $time }
carry-dossier-notes-all = All notes
carry-dossier-someone = somebody of the municipality
carry-dossier-answer = Write the answer
carry-dossier-back = Back to the dossier
carry-dossier-desk = Back to my work
carry-dossier-mandate = Mandate: { $body }, { $day } ({ $reference }).
carry-dossier-not-now = This is not possible now: the dossier stands at ‘{ $state }’. Perhaps the step was taken already, by you or by a colleague. Below you see how it stands now. Nothing was changed.
carry-dossier-guard-privacy = This is not possible yet: the check on personal details of a contribution is not done. Do that first.
carry-dossier-privacy-link = Check the personal details
carry-dossier-guard = That is why this is not possible yet. Nothing was changed.
# Steps
carry-asking-accepted = accepted
carry-asking-handed-back = handed back
carry-asking-moved = another department was asked
carry-asking-open = no answer yet
carry-question-open = Waits for an answer.
carry-question-answered = Answered.
carry-question-lapsed = Not answered in time; the dossier went on.
carry-act-screen = Screen
carry-act-screen-title = Screening
carry-act-assign = Assign to a department
carry-act-assign-title = Assigning
carry-act-accept = Accept
carry-act-accept-title = Accepting
carry-act-hand-back = Hand back
carry-act-hand-back-title = Handing back
carry-act-ask = Ask the author a question
carry-act-ask-title = Question to the author
carry-act-answer-question = Write down the answer of the author
carry-act-answer-question-title = Answer of the author
carry-act-check-frames = Do the frame check
carry-act-check-frames-title = Frame check
carry-act-advise = Give advice
carry-act-advise-title = Advice
carry-act-schedule = Put on the agenda
carry-act-schedule-move = Move on the agenda
carry-act-schedule-title = Agenda
carry-act-decide = Write down the decision
carry-act-decide-title = Decision
carry-act-note = Write a note
carry-act-note-title = Notes
carry-form-limits = What was agreed
carry-form-question = The question
carry-form-can-change = What can change
carry-form-fixed = What is fixed
carry-form-outside = What falls outside
carry-form-criteria = What the decision is based on
carry-form-duplicates = Looks like
carry-form-duplicates-hint = See whether this was said before. A contribution that looks like another one still gets an answer of its own.
carry-form-motive-hint = Everybody can read this. Write plain words and short sentences, without names.
# Screening
carry-screen-intro = See whether this contribution belongs to what was asked. Whatever you choose: the author always gets an answer.
carry-screen-verdict-label = What do you do with it?
carry-screen-verdict-missing = Choose what you do with this contribution.
carry-screen-in-scope = Belongs to the question: on to a department
carry-screen-referred = Belongs elsewhere: refer
carry-screen-parked = Falls outside the question: keep for later
carry-screen-kind-label = What kind of contribution is it?
carry-screen-kind-hint = Needed when it belongs to the question.
carry-screen-kind-missing = Choose what kind of contribution it is.
carry-screen-to-label = Refer to
carry-screen-to-hint = Needed when you refer.
carry-screen-to-missing = Choose to whom you refer.
carry-screen-place-label = How does the author reach them?
carry-screen-place-hint = For instance: call 012 34 56 78, or go to the counter.
carry-screen-place-missing = Write how the author can reach them.
carry-screen-theme-label = Under which theme is it kept?
carry-screen-theme-hint = Needed when you keep it. For instance: green in the street.
carry-screen-theme-missing = Write under which theme you keep this, so that it comes back later.
carry-screen-until-label = When does somebody look at it again?
carry-screen-until-hint = Only when you keep it, and when that day is known already. It is then on a desk again by that day, and everybody sees the day.
carry-screen-until-past = Choose a day that lies ahead.
carry-screen-motive-label = Why?
carry-screen-motive-hint = Needed when you refer or keep. Everybody can read this. Write plain words, without names.
carry-screen-motive-missing = Write why. The author reads this.
carry-screen-submit = Record the screening
carry-screen-done = The screening is recorded.
# Assigning
carry-assign-intro = You ask a department to take this dossier.
carry-assign-promise = The dossier belongs to that department only when it accepts.
carry-assign-department-label = Which department do you ask?
carry-assign-department-missing = Choose a department.
carry-assign-department-same = This department was asked already. Choose another one.
carry-assign-bounced = { $count ->
    [one] One department has handed this dossier back.
   *[other] This dossier was handed back { $count } times. Bring the departments to one table.
}
carry-assign-submit = Ask this department
carry-assign-done = The department has been asked.
# Accepting and handing back
carry-accept-intro = If you accept, { $department } is responsible for this dossier.
carry-accept-holder-label = Who holds the dossier?
carry-accept-holder-hint = Only people of your department.
carry-accept-holder-missing = Choose who holds the dossier.
carry-accept-holder-elsewhere = Choose somebody who works in this department.
carry-accept-submit = Accept the dossier
carry-accept-done = The dossier is accepted.
carry-hand-back-intro = { $department } hands this dossier back. After two times it visibly lies still, until the departments sit at one table.
carry-hand-back-reason-label = Why does it not belong to your department?
carry-hand-back-reason-hint = For your colleagues. Also write which department can do it.
carry-hand-back-reason-missing = Write why you hand the dossier back.
carry-hand-back-submit = Hand the dossier back
carry-hand-back-done = The dossier has been handed back.
# Question
carry-ask-intro = The question goes to the author by the way the author chose. If no answer comes in time, the dossier goes on without it.
carry-ask-contribution-label = Whom do you ask?
carry-ask-contribution-missing = Choose a contribution.
carry-ask-words-label = Your question
carry-ask-words-hint = One question, in plain words.
carry-ask-words-missing = Write your question.
carry-ask-submit = Ask the question
carry-ask-done = The question has been asked.
carry-ask-carry = I have brought the question
carry-ask-carried = Noted: the question has been brought.
carry-hear-intro = Write down what the author said or wrote to you, as literally as possible.
carry-hear-question-label = Which question?
carry-hear-question-missing = Choose which question was answered.
carry-hear-words-label = The answer
carry-hear-words-missing = Write down the answer.
carry-hear-submit = Save the answer
carry-hear-done = The answer has been saved.
# Frame check
carry-frames-intro = Say early what can and cannot be done, so that residents put no effort in something that is not allowed. Name the rule.
carry-frames-missing = Choose a verdict.
carry-frames-rule-hint = Needed when it does not simply fit. Everybody can read this.
carry-frames-rule-missing = Write which rule stands in the way, or what must change.
carry-frames-firmness-label = { $frame }: is that fixed?
carry-frames-firmness-hint = Only when it does not simply fit. Everybody can read this: so residents know where talking still makes sense.
carry-frames-firmness-essential = Yes, the municipality cannot depart from it
carry-frames-firmness-adjustable = No, whoever made the rule can change it
carry-frames-firmness-unknown = That is not known
carry-frames-legal-label = Does it fit laws and rules?
carry-frames-legal-rule-label = Which law or rule, or what must change?
carry-frames-financial-label = Does it fit the budget, once and every year?
carry-frames-financial-rule-label = What stands in the way with the money, or what must change?
carry-frames-practical-label = Is it possible in that place, with upkeep and technique?
carry-frames-practical-rule-label = What stands in the way in that place, or what must change?
carry-frames-plans-label = Does it fit the plans that exist already for that place?
carry-frames-plans-rule-label = Which plan stands in the way, and what can still be done?
carry-frames-plans-none = No plan of a department lies in this place. Check all the same whether that is right.
carry-frames-plans-some = The plans in this place stand below. The verdict and the text are a suggestion: change them.
carry-frames-plans-quote = Plan “{ $title }” ({ $department }): { $state }.
carry-frames-plans-quote-room = Still room for: { $words }
carry-frames-plans-quote-fixed = No room any more for: { $words }
carry-frames-submit = Save the frame check
carry-frames-done = The frame check has been saved.
# Advice
carry-advise-intro = The advice is public. It goes along to whoever decides.
carry-advise-fit-label = Does it fit?
carry-advise-fit-missing = Choose whether it fits.
carry-advise-condition-label = What must change?
carry-advise-condition-hint = Needed when it only fits if something changes.
carry-advise-condition-missing = Write what must change.
carry-advise-words-label = What do you advise?
carry-advise-words-missing = Write what you advise.
carry-advise-motive-label = Why?
carry-advise-motive-missing = Write why you advise this.
carry-advise-submit = Give this advice
carry-advise-done = The advice has been given.
# Agenda
carry-schedule-intro = The date is public.
carry-schedule-now = Now on the agenda of { $body }, on { $day }.
carry-schedule-body-label = Who decides?
carry-schedule-body-missing = Write who decides.
carry-schedule-date-label = On which day?
carry-schedule-date-past = Choose today or a later day.
carry-schedule-motive-label = Why another date?
carry-schedule-motive-hint = Needed when you move it. Everybody can read this.
carry-schedule-motive-missing = Write why it is moved.
carry-schedule-submit = Put on the agenda
carry-schedule-done = The dossier is on the agenda.
# Decision
carry-decide-intro = Write down what { $body } decided. The decision is public.
carry-decide-advice = The advice: { $fit }
carry-decide-promised = Promised in the agreements
carry-decide-outcome-label = What was decided?
carry-decide-outcome-missing = Choose what was decided.
carry-decide-words-label = What exactly?
carry-decide-words-hint = Everybody can read this. What happens now, or what does not happen?
carry-decide-words-missing = Write what exactly was decided.
carry-decide-date-label = On which day?
carry-decide-date-ahead = This day is still to come. Choose the day of the decision.
carry-decide-vote-label = How was it decided?
carry-decide-vote-hint = For instance: unanimously, or 14 for and 9 against.
carry-decide-published-label = Where on the web is the decision?
carry-decide-published-hint = The address of the published decision or the minutes, if it is there already. It begins with https://.
carry-decide-published-wrong = This is no address on the web. It begins with https://, for instance https://decisions.town.example/12.
carry-decide-until-label = Deferred until, or end of the trial
carry-decide-until-hint = Needed when it is deferred: by that day somebody takes it up again. For a trial: the last day, if it is known already.
carry-decide-until-missing = Choose until which day, later than the day of the decision.
carry-decide-deviation-label = Why does this differ from the advice?
carry-decide-deviation-hint = Needed when the decision differs from the advice.
carry-decide-deviation-missing = This decision differs from the advice. Write why.
carry-toets-open = Your municipality first asks for a toets of the draft decision. It is not filled in yet. The participation officer does that, at the toetsen of this project.
carry-toets-to = To the toetsen of this project
carry-decide-body-label = Who decided?
carry-decide-body-hint = This decision is taken by mandate, without an agenda.
carry-decide-body-missing = Write who decided.
carry-decide-only-a-no = After the frame check, a mandate is only good for a ‘no’. A ‘yes’ needs an advice first.
carry-decide-submit = Record the decision
carry-decide-done = The decision is recorded. Now the author waits for an answer.
# Notes
carry-note-intro = Notes are for colleagues only. Residents do not see them.
carry-note-words-label = Your note
carry-note-words-missing = Write your note.
carry-note-submit = Save the note
carry-note-done = The note has been saved.
carry-note-none = There are no notes yet.
# Reminders
carry-reminder-subject = Dossier { $number } lies still
carry-reminder-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) has been lying still since { $day }.
    { $why }
    State: { $state }.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-head-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) has been lying still for five days or more, since { $day }. Whoever has it got a reminder already.
    { $why }
    State: { $state }.

    Open the dossier: { $address }
carry-reminder-x2-text = Hello { $name },

    No department takes dossier { $number } (‘{ $subject }’). That has taken too long since { $day }.
    Is your department asked? Accept it, or hand it back with a reason. Do you assign dossiers? Call the departments to a table.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-x4-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) waits for money or people of your department. That has taken too long since { $day }.
    Commit them, or write why not. Is there nothing now? Put the request in the queue until the day on which the budget is decided.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-x6-text = Hello { $name },

    The advice on dossier { $number } (‘{ $subject }’) is ready. It is on no agenda yet, and since { $day } that has taken too long.
    Do you keep the agenda? Choose a meeting and a day. Do you decide on this? Ask for that place, or take the decision if you may do so without a meeting.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-x7-text = Hello { $name },

    The outcome of dossier { $number } (‘{ $subject }’) is known, but whoever asked has no answer yet. That has taken too long since { $day }.
    Write the answer with the reason. Is it there already? Deliver it to whoever still waits for it.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-x10-text = Hello { $name },

    Whoever held dossier { $number } (‘{ $subject }’) has been gone since { $day }, and nobody stands in.
    Hand it over to a colleague of the department.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-level-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) was brought to { $level }. There is no answer, and since { $day } that has taken too long.
    Do you decide there? Answer the question. Do you assign dossiers? Write down the answer, or bring the question higher.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-above-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) was brought to { $level }. The term has been over since { $day }, and there is no answer.
    The next level is { $next }. Do you decide there? Ask for an answer, or have the question brought to you. Do you assign dossiers?
    Bring the question there.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
# Tasks
carry-task-asked-subject = Your department is asked for dossier { $number }
carry-task-asked-text = Hello { $name },

    Your department is asked to take dossier { $number } (‘{ $subject }’).
    What you do: accept it and choose who holds it, or hand it back with a reason.
    You can do that until { $until }.

    Open the dossier: { $address }
carry-task-held-subject = Dossier { $number } is yours now
carry-task-held-text = Hello { $name },

    From now on you hold dossier { $number } (‘{ $subject }’).
    What you do: see whether it fits the rules, the money and the place, and then give advice.
    The frame check is due by { $until }.

    Open the dossier: { $address }
# Across departments
carry-waits-means = the means of { $department }
carry-act-convene = Call the departments to the table
carry-act-convene-title = At the table
carry-act-conclude = Write down what the table agreed
carry-act-conclude-title = Agreements of the table
carry-act-ask-means = Ask for money or people
carry-act-ask-means-title = Asking for money or people
carry-act-answer-means = Answer the request for money or people
carry-act-answer-means-title = Committing money or people
carry-act-escalate = Put it before a higher level
carry-act-escalate-title = To a higher level
carry-act-settle = Write down what the higher level said
carry-act-settle-title = Answer of the higher level
carry-convene-intro = Call together the departments that can solve this only together. Whoever is not there stays visible.
carry-convene-party-label = Which departments?
carry-convene-party-hint = Choose at least two.
carry-convene-party-missing = Choose at least two departments.
carry-convene-date-label = When?
carry-convene-date-past = This day has passed. Choose today or later.
carry-convene-subject-label = What is there to solve?
carry-convene-subject-missing = Write what there is to solve.
carry-convene-submit = Call together
carry-convene-done = The departments have been called together. They get a mail.
carry-conclude-intro = Write down who was there and what was agreed. Everybody can read the agreements.
carry-conclude-present-label = Who was there?
carry-conclude-present-hint = Whoever you leave out is noted as absent.
carry-conclude-agreement-label = What was agreed?
carry-conclude-agreement-missing = Write what was agreed. If nothing was agreed, write that.
carry-conclude-department-label = Which department goes on with it?
carry-conclude-department-missing = Choose a department that was invited to the table.
carry-conclude-submit = Keep the agreements
carry-conclude-done = The agreements have been kept.
carry-ask-means-intro = Only whoever holds the money or the people can commit them. Ask the right department.
carry-ask-means-department-label = Which department?
carry-ask-means-euros-label = How much money, in whole euros?
carry-ask-means-euros-hint = Leave this empty when you ask for people or time.
carry-ask-means-euros-wrong = Write an amount in whole euros, such as 12500.
carry-ask-means-purpose-label = What for?
carry-ask-means-purpose-missing = Write what it is needed for.
carry-ask-means-next-label = When does that department decide about its budget next?
carry-ask-means-next-hint = Only when it cannot be sooner. That is then the term.
carry-ask-means-next-past = This day has passed. Choose today or later.
carry-ask-means-submit = Ask
carry-ask-means-done = It has been asked. Whoever holds the budget gets a mail.
carry-answer-means-intro = You hold this budget. Only you can commit this.
carry-answer-means-asked = What is asked
carry-answer-means-people = people or time
carry-answer-means-label = What is your answer?
carry-answer-means-missing = Choose an answer.
carry-answer-means-yes = Yes, we commit this
carry-answer-means-no = No, we do not commit this
carry-answer-means-motive-label = Why?
carry-answer-means-motive-hint = Needed for a no. Everybody can read this.
carry-answer-means-motive-missing = Write why not. The author reads this too.
carry-answer-means-submit = Answer
carry-answer-means-done = Your answer has been kept. Whoever holds the dossier gets a mail.
carry-escalate-intro = When departments cannot settle it, put it before a higher level. Then it does not lie still.
carry-escalate-level-label = Before whom?
carry-escalate-level-missing = Choose before whom you put it.
carry-escalate-level-higher = It lies there already, or higher. Choose a higher level.
carry-escalate-question-label = What must that level decide?
carry-escalate-question-missing = Write which question you put.
carry-escalate-conflict-label = What conflicts?
carry-escalate-conflict-hint = Which values or interests pull in different directions? Write each of them fairly, without names.
carry-escalate-conflict-missing = Write what conflicts.
carry-escalate-options-label = Between what can be chosen?
carry-escalate-options-hint = Write each option with its consequence.
carry-escalate-options-missing = Write at least one option.
carry-escalate-submit = Put it before them
carry-escalate-done = It has been put before a higher level.
carry-settle-intro = Write down what the higher level said. Then a department goes on with it.
carry-settle-answer-label = What did the higher level say, and why?
carry-settle-answer-missing = Write what the higher level said.
carry-settle-department-label = Which department goes on with it?
carry-settle-submit = Keep
carry-settle-done = The answer has been kept.
carry-dossier-meetings = At the table
carry-dossier-meeting-of = { $day }: { $parties }
carry-dossier-meeting-absent = { $department } (absent)
carry-dossier-meeting-subject = What there was to solve
carry-dossier-meeting-agreement = What was agreed
carry-dossier-means = Money and people
carry-dossier-means-of = { $department }, asked on { $day }: { $what }. { $status }
carry-dossier-means-open = No answer yet.
carry-dossier-means-committed = Committed on { $day }.
carry-dossier-means-refused = Not committed on { $day }.
carry-dossier-means-purpose = What for
carry-dossier-escalations = Put before a higher level
carry-dossier-escalation-of = Put before { $level } on { $day }
carry-dossier-escalation-conflict = What conflicts
carry-dossier-escalation-options = Between what can be chosen
carry-dossier-escalation-answer = What that level said
carry-task-table-subject = Your department is asked to the table for dossier { $number }
carry-task-table-text = Hello { $name },

    Your department is asked to the table about dossier { $number } (‘{ $subject }’).
    The dossier says when, and what there is to solve.

    Open the dossier: { $address }
carry-task-level-subject = Dossier { $number } was brought to { $level }
carry-task-level-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) was brought to { $level }. The dossier tells the question, what conflicts and the options.
    Do you decide there? Answer the question. Do you assign dossiers? Write down what the level says.
    That can be done until { $until }.

    Open the dossier: { $address }
carry-task-means-subject = Money or people asked for dossier { $number }
carry-task-means-text = Hello { $name },

    For dossier { $number } (‘{ $subject }’) money or people of your department are asked.
    Only you can commit them. If you cannot, write why.
    You can do that until { $until }.

    Open the dossier: { $address }
# Values in conflict (F6)
carry-act-weigh = Record which values conflict
carry-act-weigh-title = Weighing values
carry-weigh-intro = When values conflict, write that down fairly. Everybody can read what conflicts and how it was chosen. It is about values, never about persons.
carry-weigh-value-label = Which values conflict?
carry-weigh-value-hint = Choose at least two.
carry-weigh-value-missing = Choose at least two values.
carry-weigh-dilemma-label = Which dilemma does this resemble most?
carry-weigh-dilemma-missing = Choose a dilemma.
carry-weigh-strategy-label = How do you deal with it?
carry-weigh-strategy-hint = Leave this empty as long as nothing was chosen.
carry-weigh-strategy-missing = You wrote why. Choose how you deal with it too.
carry-weigh-motive-label = What was chosen, and why?
carry-weigh-motive-hint = Needed when something was chosen. Write also what becomes harder because of it.
carry-weigh-motive-missing = Write what was chosen, and why.
carry-weigh-first-label = Which value goes first?
carry-weigh-first-hint = Only when one value goes first. Choose one of those in conflict above.
carry-weigh-first-missing = Choose which of the values in conflict goes first.
carry-weigh-compared-label = With which earlier case did you compare?
carry-weigh-compared-hint = The number of a contribution in that dossier. Leave empty when you did not compare.
carry-weigh-compared-unknown = This number is of no other dossier. Check it, or leave it empty.
carry-weigh-review-label = When do you look at this again?
carry-weigh-review-hint = Needed when one value goes first. Then it can be different later.
carry-weigh-review-missing = Choose a day that is still to come. Whoever lets one value go first looks at it again later.
carry-weigh-submit = Record
carry-weigh-done = It has been recorded.
carry-weigh-before = How it was chosen before
carry-weigh-before-hint = Other dossiers that are like this one, with what came of them. To compare with; each case is different.
carry-weigh-before-one = { $number }, { $day }: { $strategy }. Decision: { $outcome }
carry-weigh-before-undecided = not taken yet
carry-weigh-before-like = Is like it: { $like }.
carry-weigh-like-dilemma = the same dilemma
carry-weigh-like-values = the same values
carry-weigh-like-theme = the same theme
carry-weigh-like-area = the same area
carry-weigh-defends-heading = Who defends what
carry-weigh-defends-hint = Name departments, never people. Everybody can read this. It helps at a table: one sees where the difference lies.
carry-weigh-defends = Department { $number }
carry-weigh-defender-label = Which department?
carry-weigh-defended-label = Which value does it defend?
carry-weigh-defender-missing = Choose a department, or leave the value empty too.
carry-weigh-defended-missing = Choose a value that conflicts above, or leave the department empty too.
carry-weigh-choice-heading = The choice
carry-review-title = Look at a choice again
carry-review-intro = Here one value went first, until a day on which you would look again. That day has come. Look at what it did to the other values. Everybody can read what you find.
carry-review-chosen = What was chosen
carry-review-values = These values were in conflict: { $values }.
carry-review-dilemma = The question was: “{ $means }”
carry-review-way = This was chosen: “{ $means }”
carry-review-day = To be looked at again on { $day }.
carry-review-ending-label = What do you find now?
carry-review-ending-hint = Does another value go first? After saving you come to the page where you record that choice.
carry-review-ending-missing = Choose whether it stays so.
carry-review-stays = It stays so
carry-review-switches = Another value goes first from now on
carry-review-words-label = What do you see, and why?
carry-review-words-hint = Write also what was less possible because of this choice.
carry-review-words-missing = Write what you see, and why.
carry-review-submit = Save
carry-review-done = It has been saved.
carry-review-switched = It has been saved. Now record a new choice: which value goes first from now on, and until when?
carry-reviews-title = Looking at a choice again
carry-reviews-text = Here one value went first. The day to look again has come.
carry-reviews-one = { $number }: since { $day }
carry-reviews-more = So many choices wait that not all were looked through. Each dossier says itself whether one of them is yours.
carry-task-review-subject = Look again at a choice in dossier { $number }
carry-task-review-text = Hello { $name },

    In dossier { $number } (“{ $subject }”) one value went first, until { $until }.
    Look now whether that is still right, and write down what you find. You get this message once.

    Open the dossier: { $address }
carry-dossier-weighings = Values in conflict
carry-dossier-weighing-of = { $day }: { $values }. { $dilemma }.
carry-dossier-weighing-open = Not chosen yet.
carry-dossier-weighing-choice = Chosen: { $strategy }.
carry-dossier-weighing-review = Chosen: { $strategy }. To be looked at again on { $day }.
carry-dossier-weighing-first = { $value } goes first.
carry-dossier-weighing-compared = Compared with an earlier case.
carry-dossier-weighing-defends = { $department } defends { $value }.
carry-dossier-weighing-reviewed = Looked at again on { $day }: { $ending }.
carry-dossier-weighing-found = What was found then
# Objection of another department (F3 X3)
carry-act-object = Object for your department
carry-act-object-title = Objecting
carry-act-end-objection = Settle an objection
carry-act-end-objection-title = Settling an objection
carry-object-intro = Does this proposal put your department at a disadvantage? Write which disadvantage, and how large. Everybody can read this. The dossier goes on meanwhile.
carry-object-for = This objection is of { $department }.
carry-object-department-label = Which department objects?
carry-object-department-missing = Choose a department that does not have the dossier and has no open objection.
carry-object-nature-label = What kind of disadvantage is it?
carry-object-nature-missing = Choose what kind of disadvantage it is.
carry-object-euros-label = How much money, in whole euros?
carry-object-euros-hint = Leave empty when it is not about money.
carry-object-words-label = What is the disadvantage, and how large is it?
carry-object-words-hint = Write too what would take it away.
carry-object-words-missing = Write which disadvantage your department has, and how large.
carry-object-submit = Object
carry-object-done = The objection is kept. Whoever has the dossier gets a mail.
carry-end-objection-intro = An objection never ends by itself. The department withdraws it or says that it is met. Or a table or a higher level goes on with a reason.
carry-end-objection-open = What is open
carry-end-objection-choice = { $department }: { $ending }
carry-end-objection-label = How does it end?
carry-end-objection-missing = Choose how the objection ends.
carry-end-objection-alone = A table or a higher level must say something about it first. Then you can set it aside.
carry-end-objection-motive-label = Why, or with which measure?
carry-end-objection-motive-hint = Everybody can read this.
carry-end-objection-motive-missing = Write why the objection ends, or with which measure.
carry-end-objection-submit = Settle
carry-end-objection-done = The objection is settled.
carry-dossier-objections = Objections of other departments
carry-dossier-objection-of = { $department }, since { $day }: { $what }.
carry-dossier-objection-open = Not settled yet.
carry-dossier-objection-ended = { $ending }, { $day }.
carry-dossier-objection-words = The disadvantage
carry-task-objection-subject = Objection of another department to dossier { $number }
carry-task-objection-text = Hello { $name },

    Another department objects to dossier { $number } (‘{ $subject }’). The dossier says which disadvantage it has.
    The dossier goes on. Talk with that department, or call the departments to a table.

    Open the dossier: { $address }
carry-reminder-x3-text = Hello { $name },

    An objection of another department to dossier { $number } (‘{ $subject }’) has been open too long since { $day }.
    Call the departments to a table. If they cannot settle it there, bring it to a higher level.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-x3-head-text = Hello { $name },

    An objection of another department to dossier { $number } (‘{ $subject }’) has been open too long for five days or more (since { $day }).
    If a table could not settle it, bring it to a higher level.

    Open the dossier: { $address }
carry-reminder-x5-text = Hello { $name },

    In dossier { $number } (‘{ $subject }’) you recorded that values conflict. Nobody has chosen yet, and since { $day } that takes too long.
    Choose how to cope with it, or bring the question to a higher level.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-x5-head-text = Hello { $name },

    In dossier { $number } (‘{ $subject }’) values conflict, and nobody chose. That has taken too long for five days or more (since { $day }).
    Help to choose, or bring the question to a higher level.

    Open the dossier: { $address }

# Other departments that this touches (F3 X9)
carry-act-touch = Name other departments that this touches
carry-act-touch-title = Other departments that this touches
carry-act-consult = Say what your department finds
carry-act-consult-title = What another department finds
carry-touch-intro = Does this touch the work of another department too? Name that department. It then says what it finds. Without that there can be no advice.
carry-touch-department-label = Which departments does this touch too?
carry-touch-department-hint = The heads of these departments get a mail.
carry-touch-department-missing = Choose a department that does not have the dossier and was not asked yet.
carry-touch-why-label = What of their work does this touch?
carry-touch-why-missing = Write what of their work this touches.
carry-touch-submit = Ask these departments
carry-touch-done = The departments were asked. Everybody can see that you wait for them.
carry-consult-intro = What a department finds is public. Whoever does not agree does not stop the dossier either. Does a department not answer? Then a table or a higher level can go on with a reason.
carry-consult-label = What does the department find?
carry-consult-missing = Choose what the department finds.
carry-consult-alone = A table or a higher level must say something about it first. Then you can go on without this department.
carry-consult-words-label = Why?
carry-consult-words-missing = Write in a sentence why.
carry-consult-submit = Keep
carry-consult-done = Kept. Everybody can read what the department finds.
carry-dossier-consults = Other departments that this touches
carry-dossier-consult-of = { $department }, asked on { $day }.
carry-dossier-consult-open = Not heard yet.
carry-dossier-consult-why = What it touches
carry-dossier-consult-words = What the department finds
carry-task-touched-subject = Dossier { $number } touches your department too
carry-task-touched-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) touches the work of your department too. The dossier says why.
    Say until { $until } what your department finds. Without that there can be no advice.

    Open the dossier: { $address }
carry-reminder-x9-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) touches another department too. That one was not heard yet, and since { $day } that takes too long.
    Are you of that department? Say what you find. Do you have the dossier? Call the other department.

    Open the dossier: { $address }

    You get this message once. The public page also says that it lies still.
carry-reminder-x9-head-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) touches another department too, and that one was not heard. That has taken too long for five days or more (since { $day }).
    Have the departments called to a table, or bring the question to a higher level. Those can go on with a reason.

    Open the dossier: { $address }

# Decided before it was processed (F3 X12)
carry-act-explain = Explain why this decision came too early
carry-act-explain-title = A decision that came too early
carry-explain-intro = A decision was taken before this contribution was processed. Write how that came, and what happens with this contribution now. Everybody can read this, its author too.
carry-explain-told = Decided on { $decided }. This contribution came in on { $received }.
carry-explain-motive-label = How did that come, and what happens now?
carry-explain-motive-hint = Do not write who did it. Do write what you do about it.
carry-explain-motive-missing = Write how it came that the decision was too early.
carry-explain-submit = Publish
carry-explain-done = The explanation stands on the public page.
carry-act-resume = Take this up again
carry-act-resume-title = Taking up again
carry-resume-intro = This was put off or kept for later. When you take it up again, it is looked into once more. There will be a new decision, and every author gets a new answer. What was decided and answered before stays public.
carry-resume-until = Put off or kept until { $day }
carry-resume-motive-label = Why now?
carry-resume-submit = Take up again
carry-resume-done = This was taken up again. The public page says so too.
carry-dossier-overtakings = Decisions that came too early
carry-dossier-overtaken-of = A decision was taken on { $day }, before this was processed.
carry-dossier-overtaken-open = Not looked at yet.
carry-task-overtaken-subject = Decided before the input was processed (dossier { $number })
carry-task-overtaken-text = Hello { $name },

    A decision about dossier { $number } (‘{ $subject }’) was written down. { $count ->
        [one] One contribution was not processed by then.
       *[other] { $count } contributions were not processed by then.
    }
    Look how that came, and explain it. The public page of each contribution says that the decision came too early.

    Open the dossier: { $address }

# At once, and saved lists
carry-desk-empty-narrow = Nothing on this list fits what you chose. Choose less, or another list.
carry-desk-beside-objection = Objection of another department, to be settled by { $day }
carry-desk-beside-consult = Another department that this touches, to be heard by { $day }
carry-desk-beside-early = Decided before this was processed: explain how that came
carry-desk-beside-put-off = Put off or kept, to take up again by { $day }
carry-desk-beside-choice = Values conflict, to be chosen by { $day }
carry-desk-beside-left = The holder is gone: choose somebody else
carry-desk-filter-department = Department
carry-desk-filter-area = Area
carry-desk-filter-theme = Theme
carry-desk-filter-waiting = Has been here
carry-desk-days = { $count } days or longer
carry-desk-saved-views = Your saved lists
carry-desk-save-title = Save lists
carry-desk-save-name = Name for this list
carry-desk-save-hint = You save the list and what you chose above. Only you see them.
carry-desk-save = Save this list
carry-desk-save-name-missing = Give the list a name, for instance ‘Green, longer than a month’.
carry-desk-save-many = You save { $count } lists already. Throw one away first.
carry-desk-forget = Throw ‘{ $name }’ away
carry-desk-saved = The list was saved.
carry-desk-forgotten = The list was thrown away. Nothing changed in the dossiers.
carry-desk-choose = Choose
carry-desk-choose-one = Choose dossier { $number }
carry-desk-choose-all = { $count ->
    [one] Choose what is on this page
   *[other] Choose all { $count } on this page
}
carry-desk-at-once = With what you chose
carry-desk-at-once-text = Choose dossiers in the list and then what you want to do. You first see exactly which dossiers it is done with.
carry-desk-keys = Keys in this list: j is the next dossier, k the previous one, x chooses it, Enter opens it. Tab and the space bar do all of it too.
carry-at-once-assign = Ask a department
carry-at-once-assign-submit = Ask this department for what is ticked
carry-at-once-schedule = Put on an agenda
carry-at-once-schedule-submit = Put what is ticked on the agenda
carry-at-once-hand-over = Hand over to a colleague
carry-at-once-hand-over-submit = Hand over what is ticked
carry-at-once-remind = Remind whose turn it is
carry-at-once-remind-submit = Send the reminders for what is ticked
carry-at-once-back = Back to my work
carry-at-once-which = It can be done with these { $count } dossiers
carry-at-once-which-hint = It is done only with what is ticked, with each by itself.
carry-at-once-none = Tick at least one dossier.
carry-at-once-nothing = It cannot be done with any of these dossiers now. Go back and choose dossiers in the list.
carry-at-once-cannot = It cannot be done with these { $count }
carry-at-once-assign-intro = Each dossier gets the same department. It belongs to that department only when it accepts it.
carry-at-once-motive-hint = Needed only for what is on another agenda already. It is public.
carry-at-once-holder-label = Who holds them from now on?
carry-at-once-holder-hint = Somebody of the department that has the dossier. The new holder gets a mail for each dossier.
carry-at-once-words-label = What must your colleague know?
carry-at-once-words-hint = Becomes a note with each dossier. Only staff read it.
carry-at-once-remind-intro = Whoever must help the dossier on gets a mail. For each dossier that can be done once a day.
carry-at-once-told = { $done } done, { $undone } not done.
carry-at-once-done = Done: { $count }
carry-at-once-undone = Not done: { $count }
carry-at-once-gone = This dossier is not there any more. Perhaps it travels with another one now.
carry-at-once-not-allowed = You may not do this with this dossier.
carry-at-once-changed = The dossier changed since you chose it. Nothing was done with it now. Look at it and choose again.
carry-at-once-not-now = That cannot be done now. The state is: { $state }.
carry-at-once-failed = Something went wrong on our side. Nothing was done with it. Try again.
carry-hand-over-same = That person holds this dossier already.
carry-remind-today = A reminder about this dossier went out today already.
carry-task-remind-subject = A colleague asks you about dossier { $number }
carry-task-remind-text = Hello { $name },

    A colleague asks you to help dossier { $number } (‘{ $subject }’) on.
    What you do: open it, see what is asked, and do that. If you cannot, say why in a note.

    Open the dossier: { $address }
carry-task-comes-back-subject = Dossier { $number } was put off or kept and comes back
carry-task-comes-back-text = Hello { $name },

    Dossier { $number } (‘{ $subject }’) was put off or kept until { $until }. That day is near.
    Take it up again. It is then looked into and decided once more, and its author gets a new answer.
    If that does not happen, the public page says after that day that it lies still.

    Open the dossier: { $address }
carry-task-handed-text = Hello { $name },

    From now on you hold dossier { $number } (‘{ $subject }’). A colleague handed it over to you.
    What you do: read the notes and go on where it stands.

    Open the dossier: { $address }

carry-response-title = What does the municipality do with this initiative?
carry-response-intro = This initiative is of residents and stays theirs. { $body } does not decide over it. Say what the municipality does: help, permit, ask for a change or stop it. Say why each time. Everybody reads this.
carry-response-label = What the municipality does
carry-response-missing = Choose what the municipality does. An initiative of residents is not decided over.
carry-response-motive-label = Why?
carry-response-motive-hint = Which rule, which interest or which agreement? Step in only when you must.
carry-response-motive-missing = Write why. Without a reason the municipality does not step in, nor does it help.
carry-response-no-initiative = This is no initiative of residents. Choose an outcome.
carry-bundle-initiative = You do not put initiatives of residents together. Bring the people together: they choose whether they go on together.
carry-advise-reply-heading = The reply note
carry-advise-reply-intro = Residents react on a plan here. Every reaction gets a formal reply. Everybody can read it, and it goes along to the meeting.
carry-advise-plan-change-label = What does this reaction do to the plan?
carry-advise-reply-label = The reply to the reaction
carry-advise-reply-hint = Answer each point of the reaction. Say what changes in the plan, or why not.
carry-advise-reply-missing = Write the reply to the reaction. Without a reply note the advice cannot go.
carry-convene-partner-label = Which partners sit at the table?
carry-convene-partner-hint = They own it too: invite at least one.
carry-convene-partner-missing = Invite at least one partner that owns it too.
carry-ask-means-already = This has been asked already, and there is no answer yet.
carry-ask-means-budget-label = From which budget?
carry-ask-means-budget-hint = Is there not enough now? Then the request stands in the queue until the budget is decided about again.
carry-ask-means-budget-of = { $name } – { $who } ({ $left } left)
carry-ask-means-budget-all = all departments together, each by its share
carry-ask-means-budget-wrong = Choose a budget from the list, and an amount that can be divided.
carry-ask-means-department-hint = Only needed when you choose no budget.
carry-ask-means-euros-missing = Write how much money you ask from this budget.
carry-answer-means-part-label = Which request do you answer?
carry-answer-means-part-missing = Choose which request you answer.
carry-answer-means-part-of = { $what }, of { $department }
carry-answer-means-part-of-budget = { $what }, of { $department }, from { $budget }
carry-answer-means-left = In this share of the budget { $left } is left.
carry-answer-means-later = Not now: it goes into the queue of this budget
carry-answer-means-until-label = When is the budget decided about again?
carry-answer-means-until-hint = Only for the queue. Everybody can read this day.
carry-answer-means-until-past = Choose a day that is still to come.
carry-answer-means-nothing-left = There is not that much left in this budget. Say no with a reason, or put it in the queue.
carry-dossier-means-queued = In the queue until { $day }.
carry-budgets-title = Budgets
carry-budgets-lead = Whose money it is, what has been asked and committed, and what is left. Only whoever holds a share commits it.
carry-budgets-none = No budget has been written down yet.
carry-budgets-caption = All budgets, by name
carry-budget-title = Budget
carry-budget-back = Back to the budgets
carry-budget-new-title = Write down a budget
carry-budget-change-title = Change the budget
carry-budget-intro = Write down whose money it is and how much. What has been committed stays.
carry-budget-name-label = Name
carry-budget-name-hint = As colleagues call it: «Green in the neighbourhood».
carry-budget-name-missing = Write what the budget is called.
carry-budget-kind-label = Kind
carry-budget-kind-hint = An off-cycle envelope can also commit between two budgets, as long as something is left.
carry-budget-kind-missing = Choose what kind of budget it is.
carry-budget-kind-yearly = Yearly budget of one department
carry-budget-kind-pooled = Pooled by several departments
carry-budget-kind-off-cycle = Off-cycle envelope
carry-budget-cycle-label = Year or period
carry-budget-cycle-hint = For instance 2027.
carry-budget-next-label = Next decision about this budget
carry-budget-next-hint = Until that day a request stands in the queue when there is not enough. Needed for a yearly budget and for pooled money.
carry-budget-next-missing = Write when this budget is decided about again.
carry-budget-ended-label = Closed from
carry-budget-ended-hint = From that day nothing can be asked of it any more.
carry-budget-shares = Shares
carry-budget-shares-text = One share for a yearly budget or an envelope. For pooled money a share for each department.
carry-budget-shares-wrong = Pooled money has at least two shares. Any other budget has one.
carry-budget-share = Share { $number }
carry-budget-department-wrong = Choose a department, and each department once.
carry-budget-amount-label = Amount
carry-budget-amount-hint = In euros, such as 12.500 or 12.500,50.
carry-budget-amount-wrong = Write an amount in euros, such as 12.500.
carry-budget-below-committed = More has been asked or committed from this share already. Do not make the amount smaller, and leave the share.
carry-budget-holder-label = Budget holder
carry-budget-holder-hint = Empty: whoever holds the budget of that department by role. With a name only that person commits, or whoever stands in.
carry-budget-holder-role = whoever holds the budget of the department
carry-budget-holder-wrong = Choose somebody who holds a budget.
carry-budget-asked = Asked
carry-budget-committed = Committed
carry-budget-left = Left
carry-budget-save = Keep the budget
carry-budget-saved = The budget has been kept.
carry-budget-requests = What has been asked of it
carry-budget-requests-none = Nothing has been asked of it yet.
carry-budget-requests-order = What was asked longest ago stands first: that is the queue as well.
carry-budget-released = Back to the budget on { $day }.
carry-budget-asked-no-longer = Not asked any more since { $day }.
carry-agendas-title = What is on the agenda
carry-agendas-lead = What the executive, the council or another body decides on, for each meeting. With each item stand the contributions that lie under it.
carry-agendas-none = Nothing is on an agenda.
carry-agendas-of = { $body }, { $day }
carry-agendas-past = This day is over. Write down what was decided, or give it another day.
carry-agendas-more = { $count ->
    [one] And one other contribution.
   *[other] And { $count } other contributions.
}
carry-briefings-title = What the council was told
carry-briefings-lead = What the council or a committee was told before there is a decision, and what its members asked.
carry-briefings-none = No briefing has been written down yet. That can be done on the page of a project.
carry-briefings-all = All briefings
carry-briefing-title = Briefing of the council
carry-briefing-new-title = Write down a briefing of the council
carry-briefing-back = Back to the project
carry-briefing-intro = Tell what the council heard. Everybody can read it, also the authors.
carry-briefing-body-label = Who was told?
carry-briefing-body-hint = The council, or a committee of it.
carry-briefing-body-missing = Write who was told.
carry-briefing-date-label = On which day?
carry-briefing-ahead = This day is still to come. Write down a briefing when it has been.
carry-briefing-told-label = What was told
carry-briefing-told-hint = In plain words: what residents said, what is still open, and when there is a decision.
carry-briefing-told-missing = Write what was told.
carry-briefing-numbers-label = About which contributions?
carry-briefing-numbers-hint = Public numbers, with a comma between them. Empty: about the whole project.
carry-briefing-number-unknown = Number { $number } does not belong to this project.
carry-briefing-closed-label = Does the law keep this closed? Name the rule.
carry-briefing-closed-hint = Leave this empty when everybody may read it. Otherwise only that there was a briefing is public, and this rule.
carry-briefing-closed = What stands here is closed by law:
carry-briefing-submit = Keep the briefing
carry-briefing-done = The briefing has been kept.
carry-briefing-dossiers = About these dossiers
carry-briefing-questions = What council members asked
carry-briefing-questions-none = Nothing was asked.
carry-briefing-question-title = Write down a question of a council member
carry-briefing-question-label = What was asked?
carry-briefing-question-hint = Without the name of the member. Everybody can read the question and the answer.
carry-briefing-question-missing = Write what was asked.
carry-briefing-question-submit = Keep the question
carry-briefing-until-label = By which day is there an answer?
carry-briefing-until-hint = That day stands publicly beside the question.
carry-briefing-until-past = This day has passed. Choose today or later.
carry-briefing-asked = The question has been kept.
carry-briefing-answer-title = Answer a question
carry-briefing-answer-which = Choose which question you answer.
carry-briefing-answer-label = What is the answer?
carry-briefing-answer-missing = Write the answer.
carry-briefing-answer-submit = Keep the answer
carry-briefing-answered = The answer has been kept.
carry-briefing-answered-already = This question has been answered already.
carry-moments-title = Politicians at a meeting
carry-moments-intro = Write down whether politicians were at a moment of the planning. Ask those who were there afterwards what that did. Write only numbers, no names and no parties.
carry-moments-caption = What has been written down
carry-moments-none = The planning has no moment yet that is over.
carry-moment-day-label = Which moment?
carry-moment-day-missing = Choose a moment of the planning that is over.
carry-moment-politicians-label = How many politicians were there?
carry-moment-politicians-hint = Write 0 when there was nobody.
carry-moment-helpful-label = It helped
carry-moment-rated-hint = How many of those present said this? Empty when nothing was asked. We do not show small numbers.
carry-moment-steering-label = It steered
carry-moment-neither-label = It made no difference
carry-moment-number-wrong = Write a whole number, such as 2 or 0.
carry-moment-rated-without = Nobody of politics was there, so nobody can have found anything of it.
carry-moment-submit = Keep it
carry-moment-done = It has been kept.
carry-dossier-handle = Handle everything at once

# One result for everybody (F5)
carry-screen-apart-label = This needs a treatment of its own
carry-screen-apart-hint = Answers are laid together here for one result. Does somebody tell something that does not belong in it, such as a complaint about a matter of their own? Tick this. The contribution then goes its own way.
carry-result-title = Write down the result
carry-result-intro = { $count ->
    [one] { $count } answer was laid together. Write down once what came out and what is done with it. Everybody reads this, and whoever took part gets it at home.
   *[other] { $count } answers were laid together. Write down once what came out and what is done with it. Everybody reads this, and whoever took part gets it at home.
 }
carry-result-words-label = What did people say?
carry-result-words-hint = Also tell what only few said, in a way in which nobody can be recognised.
carry-result-words-missing = Write what people said.
carry-result-counts = How often
carry-result-counts-text = Count what came back often. More than { $count } cannot be: there are that many answers. Fewer than { $most } are shown as “fewer than { $most }”, so that nobody can be recognised.
carry-result-count = Count { $number }
carry-result-said-label = What was said
carry-result-said-missing = Write what you counted.
carry-result-many-label = How often
carry-result-many-wrong = Fill in a number from 0 to { $most }.
carry-result-count-wrong = A count is larger than the number of answers, or there are too many counts.
carry-result-deed-heading = What is done with it?
carry-result-acts-label = Is something done with this result?
carry-result-acts-yes = Yes, something is done
carry-result-acts-no = No, nothing changes now
carry-result-missing = Choose whether something is done. Without a result nobody gets an answer.
carry-result-deed-label = What is done?
carry-result-deed-hint = Only with yes. Say what people will notice of it.
carry-result-deed-missing = Write what is done, or choose “nothing changes now”.
carry-result-department-label = Who does that?
carry-result-department-missing = Choose the department that does it.
carry-result-until-label = By when?
carry-result-until-hint = The day on which it is done.
carry-result-until-past = That day is over. Choose today or later.
carry-result-motive-label = Why?
carry-result-motive-hint = Why you do this, or why nothing changes. Whoever asked for something else must be able to follow it too.
carry-result-way-label = Does it take means of others?
carry-result-way-hint = When your department can do it by itself, the result holds at once. Otherwise whoever the agreements name decides.
carry-result-way-own = No, our department can do this by itself
carry-result-way-decision = Yes, bring it to a decision
carry-result-needs-decision = Another department was asked for means for this. Bring the result to a decision.
carry-result-submit = Write down the result
carry-result-outcome = What was laid together is not decided on one by one. Choose an outcome for the whole result.
carry-result-none-here = This contribution was not laid together with others for one result. Choose another outcome.

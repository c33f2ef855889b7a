### The way of a contribution (catalogue F).

# Where a contribution is.
journey-state-captured = Written down
journey-state-received = Received
journey-state-screened = Looked at
journey-state-referred = Referred elsewhere
journey-state-parked = Kept for later
journey-state-bundled = Put together with others
journey-state-divided = Divided: each department deals with a part
journey-state-assigned = With a department
journey-state-frame-check = Check: is it allowed, possible, paid for?
journey-state-assessed = Being studied
journey-state-questioned = Question to the author
journey-state-table = Departments are meeting
journey-state-means = Waiting for money or people
journey-state-escalated = Put before a higher level
journey-state-advice-ready = Advice is ready
journey-state-on-agenda = On the agenda
journey-state-decided = Decided
journey-state-fed-back = Answered
journey-state-reaction = You can react
journey-state-underway = Being carried out
journey-state-realised = Done
journey-state-integrated = Part of the neighbourhood
journey-state-evaluated = Evaluated
journey-state-withdrawn = Withdrawn

# What was decided (F2).
journey-outcome-adopted = Adopted
journey-outcome-partly = Adopted in part or with changes
journey-outcome-not-adopted = Considered, not adopted
journey-outcome-deferred = Deferred to a later date
journey-outcome-trial = A trial period first
journey-outcome-self-with-support = To be done by the authors, with support
journey-outcome-transferred = The task passes to the authors
journey-outcome-other-authority = Referred to another authority
journey-outcome-out-of-scope = Out of scope, kept for later
journey-outcome-result-acted = Part of the result, and something is done with it
journey-outcome-result-noted = Part of the result; nothing changes now

# What happened.
journey-step-received = Contribution received
journey-step-tabled = Discussed by the departments together
journey-step-means-awaited = Waited for money or people
journey-step-means-committed = Money or people promised
journey-step-means-refused = Money or people refused
journey-step-escalated = Put before a higher level
journey-step-objected = Objection of another department
journey-step-objection-ended = Objection of another department settled
journey-step-touched = Touches another department too
journey-step-consulted = Heard: another department that this touches
journey-step-overtaken = Decided before this was processed
journey-step-overtaking-ended = Looked at: the decision that came too early
journey-step-values-weighed = Values weighed
journey-step-started = Work began
journey-step-realised = Carried out
journey-step-integrated = After a year: part of the neighbourhood
journey-step-evaluated = Evaluated
journey-step-privacy-checked = Checked for personal data
journey-step-screened = Looked at: belongs to this project
journey-step-referred = Referred to who is in charge of it
journey-step-parked = Kept for later
journey-step-gathered = Gathered with the other answers
journey-step-joined = Put together with other contributions
journey-step-left = Taken apart from other contributions
journey-step-divided = Divided over departments
journey-step-reunited = Parts put together again
journey-step-part-begun = Begun as part of a contribution
journey-step-part-answered = A part was answered
journey-step-part-reopened = A part is looked at once more
journey-step-assigned = Asked of a department
journey-step-accepted = Accepted by a department
journey-step-handed-over = Handed over to a colleague
journey-step-holder-absent = Whoever holds it is gone, or somebody is there again
journey-step-handed-back = Handed back by a department
journey-step-questioned = Question asked of the author
journey-step-question-answered = Question answered by the author
journey-step-question-lapsed = Went on without an answer to the question
journey-step-frames-checked = Checked: is it allowed, possible, paid for?
journey-step-assessed = Studied
journey-step-advice-ready = Advice given
journey-step-scheduled = Put on the agenda
journey-step-decided = Decided
journey-step-answered = Answer published
journey-step-delivered = Answer delivered
journey-step-reacted = The author reacted
journey-step-review-granted = Review granted
journey-step-resumed = Taken up again
journey-step-withdrawn = Withdrawn by the author
journey-step-part-withdrawn = Withdrawn by the author

# Why it lies still (F3).
journey-stranding-x1 = The term has passed
journey-stranding-x2 = No department accepts it
journey-stranding-x3 = Another department has an objection that nobody settled
journey-stranding-x4 = Waits for money or people of another department
journey-stranding-x5 = Values conflict, and nobody chose
journey-stranding-x6 = The advice is ready, but on no agenda yet
journey-stranding-x7 = Decided, but not answered yet
journey-stranding-x8 = Decided to be done, but nothing is planned yet
journey-stranding-x9 = This touches another department too, and that one was not heard
journey-stranding-x10 = Whoever was working on this is gone, and nobody took it over
journey-stranding-x11 = The money ends soon, and nobody said how it goes on
journey-stranding-x12 = A decision was taken before this contribution was processed
journey-confirmed-by-author = somebody who put it in
journey-confirmed-by-neighbourhood-manager = the neighbourhood manager
journey-stranded-since = At a standstill since { $date }

# How the contribution came in.
journey-channel-online = Through the website
journey-channel-meeting = At a meeting
journey-channel-house-visit = During a house visit
journey-channel-square-talk = In a talk on the street
journey-channel-phone = By telephone
journey-channel-paper = On paper
journey-channel-digipunt = At a digital help point

# How the author wants the answer.
journey-answer-by-none = No personal answer
journey-answer-by-mail = By mail
journey-answer-by-letter = By letter
journey-answer-by-phone = By telephone
journey-answer-by-intermediary = Through the organisation that helped

# Whether the answer arrived.
journey-delivery-pending = Still to be delivered
journey-delivery-sent = Sent
journey-delivery-printed = Printed
journey-delivery-handed-over = Handed over
journey-delivery-confirmed = Arrived
journey-delivery-failed = Did not arrive
journey-delivery-not-needed = Not needed: no answer was asked for

# Verdict of a check
journey-verdict-fits = Fits
journey-verdict-fits-if = Fits if something changes
journey-verdict-does-not-fit = Does not fit

# How it stands with one author
journey-track-along = On its way
journey-track-fed-back = Answered
journey-track-reaction = Reaction possible
journey-track-withdrawn = Withdrawn

# Why a step is not possible now
journey-guard-elsewhere = This contribution belongs to another dossier.
journey-guard-withdrawn = The author withdrew this contribution.
journey-guard-privacy = Not all contributions were checked for personal data. Do that first.
journey-guard-other-department = Another department was asked. Only that department can answer.
journey-guard-owner = A department must accept this first.
journey-guard-not-bounced = A table is possible only when two departments gave this back, or one has it.
journey-guard-frames = Not all three checks are filled in: legal, financial and practical.
journey-guard-question = This question is no longer open.
journey-guard-question-term = The author still has time to answer.
journey-guard-means = Only who was asked for the money or people can promise them.
journey-guard-objection = This department cannot make an objection here (or not a second one), or it was settled already.
journey-guard-touch = This department was asked already, has the dossier itself, or was not asked.
journey-guard-consult = Not every department that this touches was heard. Ask those first.
journey-guard-overtaken = This was told already, or there is nothing to look at.
journey-guard-absent = This was told already, or there is nothing to tell.
journey-guard-agenda-date = The date on the agenda lies in the past. Choose a later day.
journey-guard-mandate = Deciding without an agenda needs a mandate.
journey-guard-only-a-no = This early, a mandate only allows a rejection with its reason.
journey-guard-decision-date = The day of the decision lies in the future.
journey-guard-deferred-until = Who defers says until when. Fill in a date.
journey-guard-answered = This author already has an answer.
journey-guard-not-answered = This author has no answer yet. Give it first.
journey-guard-delivery = The delivery cannot go to this step.
journey-guard-review = No author asked for a review.
journey-guard-not-deferred = Only a deferred idea waits for money or people after the decision.
journey-guard-not-put-off = Only what was put off or is kept can be taken up again.
journey-guard-put-off = This was put off or is kept and comes back. It does not end with the evaluation of the project.
journey-guard-nothing-to-do = Nothing was decided that can be carried out.
journey-guard-owed = Not every author has an answer yet.
journey-guard-bundle = These cannot be put together: the dossier is empty or it is the same one.
journey-guard-divide = This cannot be divided: the contribution travels with others, is a part itself, or there are fewer than two parts.
journey-guard-parts = This contribution was divided: this happens to each part by itself. Parts can be put together again only while no part is answered.
journey-guard-part = A part is withdrawn with the whole contribution.
journey-guard-result = A result comes after the work of a department. Write the result down first.

### The way of a contribution (catalogue F).

# Where a contribution is.
journey-state-captured = Written down
journey-state-received = Received
journey-state-screened = Looked at
journey-state-referred = Referred elsewhere
journey-state-parked = Kept for later
journey-state-bundled = Put together with others
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

# What happened.
journey-step-opened = Contribution received
journey-step-privacy-checked = Checked for personal data
journey-step-screened = Looked at: belongs to this project
journey-step-referred = Referred to who is in charge of it
journey-step-parked = Kept for later
journey-step-joined = Put together with other contributions
journey-step-left = Taken apart from other contributions
journey-step-assigned = Asked of a department
journey-step-accepted = Accepted by a department
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
journey-step-withdrawn = Withdrawn by the author

# Why it lies still (F3).
journey-stranding-x1 = The term has passed
journey-stranding-x2 = No department accepts it
journey-stranding-x7 = Decided, but not answered yet
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

### Answers, the way of a contribution, and how we are doing.

answer-follow-title = Follow a contribution
answer-follow-text = Type the number of your contribution. You will see where it is and what is happening to it.
answer-follow-label = Number
answer-follow-hint = Eight signs, for instance K7QM-3TPX. You find it on your receipt.
answer-follow-send = Show the way of this contribution
answer-follow-lost = Lost the number? Call us or drop by. We will look for it together.
answer-follow-missing = Type the number of your contribution.
answer-follow-unlike = This is not one of our numbers. A number has eight signs, for instance K7QM-3TPX.
answer-follow-unknown = We do not know this number. Please check it on your receipt.
answer-follow-code = This is your secret code of sixteen signs. Do not give it to anybody. Type the number of eight signs here.

answer-journey-title = Contribution
answer-journey-of = Contribution { $number }
answer-came = Received on { $date }
answer-words = What the author says
answer-way = The way of this contribution
answer-now = Where is it now?
answer-since = since { $date }
answer-has = { $department } has this contribution.
answer-asked = { $department } was asked to take it. That department has not replied yet.
answer-at-level = This contribution was brought to { $level }.
answer-team = The participation team has this contribution.
answer-team-name = the participation team
answer-until = The next step comes by { $date }.
answer-was-until = The next step was due on { $date }.
answer-on-its-way = The answer is on its way to the author.
answer-on-its-way-until = It will be there by { $date }.
answer-review-asked = Asks that somebody looks at it again
answer-agenda-on = It is on the agenda of { $date }.
answer-react-until = You can react until { $date }. Later is fine too.
answer-still = This contribution has been lying still with { $place } since { $date }. { $why }.
answer-next = What comes next: { $state }.
answer-together = { $count ->
    [one] This contribution travels together with one other. Each author gets an answer of their own.
   *[other] This contribution travels together with { $count } others. Each author gets an answer of their own.
}
answer-together-title = Together with other contributions
answer-together-how = There is one advice and one motivation for all of them. Each author reads in an answer of their own what was done with their own words.
answer-together-contest = Is your contribution about something else? Ask to have it dealt with apart.
answer-differs = This contribution says something else than most of this bundle:
answer-question-open = There is a question to the author.
answer-question-link = Is that you? Answer the question.
answer-explanation = Last explanation
answer-elsewhere = Where you can go now
answer-elsewhere-to = This belongs with { $place }. This is how you reach them:
answer-explanation-before = Earlier explanations
answer-frames = Is it possible and allowed?
answer-across = Between the departments
answer-across-table = At the table on { $date }: { $who }.
answer-across-absent = { $department } (was not there)
answer-across-means = { $date }: { $what } asked of { $who }. { $status }
answer-across-people = People or time
answer-across-open = No answer yet.
answer-across-queued = In the queue of the budget until { $date }.
answer-across-committed = Committed.
answer-across-refused = Not committed.
answer-across-level = Put before { $level } on { $date }.
answer-across-values = { $date }, { $who }: here { $values } conflict. { $choice }
answer-across-chosen = Chosen: { $strategy }.
answer-across-not-chosen = Not chosen yet.
answer-across-defends = { $department } defends { $value }.
answer-across-objection = { $who } has had an objection since { $date }: { $what }. { $status }
answer-across-objection-open = Not settled yet.
answer-across-consult = { $who } was asked what it finds, on { $date }. { $status }
answer-across-consult-open = Not heard yet.
answer-across-overtaken = A decision was taken on { $date }, before this contribution was processed. { $status }
answer-across-overtaken-open = The process guardian looks how that came.
answer-across-ended = { $ending }, { $date }.
answer-across-asked = What it is about
answer-across-conflict = What conflicts
answer-across-options = Between what can be chosen
answer-across-outcome = What came of it
answer-across-reviewed = What was found later
answer-advice = What the department advises
answer-advice-of = { $verdict }. Advice of { $department }, { $date }.
answer-advice-condition = What must change
answer-advice-words = The advice
answer-advice-motive = Why
answer-decision = The decision
answer-decided-by = { $outcome }. Decided by { $body } on { $date }.
answer-decided-until = Until { $date }.
answer-deviation = Why it differs from the advice
answer-decision-published = Read the published decision
answer-answer = The municipality’s answer
answer-published-on = Published on { $date }
answer-earlier = Earlier answer, of { $date }
answer-withdrawn = The author has withdrawn this contribution. We no longer show its words.
answer-comments = Read comments or write one
answer-withdraw = Is this your contribution? You can withdraw it

answer-part-own = What happened to your words
answer-part-done = What we did with it
answer-part-criterion = What decided it
answer-part-why-not = Why not
answer-part-coming = What comes now

answer-reaction = What do you think of the answer?
answer-reaction-text = Is this your contribution? Tell us whether you understand the answer and whether it went fairly. You can do so even if you disagree with the decision. We do not show your reaction on the website.
answer-reaction-understood = Do you understand the answer?
answer-reaction-understood-yes = Yes, I understand it
answer-reaction-understood-no = No, I do not understand it
answer-reaction-fair = Did it go fairly?
answer-reaction-fair-yes = Yes
answer-reaction-fair-no = No
answer-reaction-review = I ask that somebody looks at it again
answer-reaction-review-hint = The process guardian reads your request. This page will say that you asked for it.
answer-reaction-words = Would you like to add something?
answer-reaction-words-hint = Only staff will read this.
answer-review-not = On { $date } the author asked to look at it again. We will not do so. This is why:
answer-reaction-link = Say what you think of it
answer-reaction-none = There is no answer to this contribution yet. As soon as there is one, you can say here what you think of it.
answer-reaction-send = Send my reaction
answer-reaction-empty = Answer one of the questions, or write something.
answer-reaction-done = Thank you. We have received your reaction.
answer-code-label = Your secret code
answer-code-hint = Sixteen signs. The code is on your receipt, below the number.
answer-code-missing = Type your secret code. That is how we know that this is your contribution.
answer-code-unlike = This is not one of our codes. A code has sixteen signs.
answer-code-wrong = This code does not belong to this contribution. Please check it on your receipt.

answer-list-title = What became of it?
answer-list-text = Here is every answer we gave. Also when it was no.
answer-list-process = Project
answer-list-area = Neighbourhood
answer-list-filter = Show these answers
answer-list-empty = Nothing has been answered here yet.

answer-doing-title = How are we doing?
answer-doing-link = Read how we are doing
answer-share = { $answered } of the { $received } contributions have been answered ({ $share }).
answer-share-median = { $days ->
    [one] The one in the middle waited one day for its answer.
   *[other] The one in the middle waited { $days } days for its answer.
}
answer-share-stranded = { $count ->
    [0] Nothing is lying still.
    [one] One contribution is lying still.
   *[other] { $count } contributions are lying still.
}

answer-mail-subject = Answer to your contribution { $number }
answer-letter-greeting = Dear contributor,
answer-letter-about = You gave us this contribution: “{ $title }” (number { $number }). This is our answer.
answer-letter-about-number = You gave us a contribution with number { $number }. This is our answer.
answer-letter-outcome = The decision: { $outcome }.
answer-carried-outcome = The decision
answer-letter-react = You find the whole way of your contribution at { $address }. There you can also tell us what you think of this answer.
answer-letter-logo = Logo of { $name }
answer-letter-qr = Code to scan: { $address }
answer-letter-code = To react you use the secret code on your receipt. We do not keep that code ourselves. Lost it? Call us or come by.
answer-letter-contact = Do you have questions? Call { $phone } or drop by: { $place }.
answer-notice-about = You gave us this contribution: “{ $title }” (number { $number }). We have something to tell you about it.
answer-notice-about-number = You gave us a contribution with number { $number }. We have something to tell you about it.
answer-notice-more = You find the whole way of your contribution at { $address }.

answer-fault-not-now = This is not possible now. The dossier is further on, or not that far yet. Nothing was changed.
answer-fault-incomplete = The answer is not complete. Nothing was published.
answer-fault-superseded = There is a newer answer. This one need not be delivered any more.
answer-delivery-reason-missing = Write why the answer did not arrive.

# The bulletin: what became of it
answer-bulletin-title = What became of it
answer-bulletin-heading = What became of it in { $month }
answer-bulletin-month = { $month } { $year }
answer-bulletin-feed = What became of it – { $scope }
answer-bulletin-lead = What the municipality did this month with what people put in. Also when the answer was no.
answer-bulletin-lead-now = What the municipality did so far this month with what people put in. Also when the answer was no, and also what lies still.
answer-bulletin-subscribe = Get this bulletin by mail
answer-bulletin-answered-title = Answered
answer-bulletin-answered-none = Nobody was answered this month.
answer-bulletin-decided-title = Decided, the answer follows
answer-bulletin-decided-none = Nothing was decided this month that still waits for its answer.
answer-bulletin-realised-title = Carried out
answer-bulletin-realised-none = Nothing was carried out this month.
answer-bulletin-still-title = Lies still now
answer-bulletin-still-none = Nothing lies still.
answer-bulletin-waits = Decided on { $date }. Its author still waits for the answer.
answer-bulletin-decided = Decided on { $date }.
answer-bulletin-realised-author = It is there. Somebody who asked for it confirmed that on { $date }.
answer-bulletin-realised-manager = It is there. The neighbourhood manager confirmed that on { $date }.
answer-bulletin-integrated = Looked at again on { $date }: it still works.
answer-bulletin-still = Has been lying still at { $place } since { $date }.
answer-bulletin-number = Number { $number }
answer-bulletin-together = { $count ->
    [one] one contribution
   *[other] { $count } contributions together
}
answer-bulletin-more = { $count ->
    [one] One more contribution. See all answers.
   *[other] { $count } more contributions. See all answers.
}
answer-bulletin-numbers = The month in numbers
answer-bulletin-what = What
answer-bulletin-part = Number
answer-bulletin-whole = Of
answer-bulletin-received = Contributions that came in
answer-bulletin-answered = Answers that we gave
answer-bulletin-yes = Answers: yes
answer-bulletin-partly = Answers: yes in part
answer-bulletin-no = Answers: no, or not ours to decide
answer-bulletin-deferred = Answers: later
answer-bulletin-decisions = Decisions
answer-bulletin-realised = Carried out
answer-bulletin-withdrawn = Withdrawn by their author
answer-bulletin-still-now = Lies still today
answer-bulletin-still-then = We do not keep what lay still at the end of an earlier month.
answer-bulletin-newest = See what lies still now
answer-bulletin-months = Other months
answer-bulletin-earlier = Previous month
answer-bulletin-later = Next month
answer-bulletin-choose = Choose a project, a neighbourhood or a month
answer-bulletin-month-label = Month
answer-bulletin-show = Show this bulletin
answer-bulletin-print = For the notice board: print this page. Buttons and menus are left out, and a code to scan stands at the end.
answer-bulletin-feed-link = Follow it with a feed reader (Atom)
answer-bulletin-board = Read this bulletin on your phone:

# News by mail
answer-subscribe-title = Hear by mail what became of it
answer-subscribe-text = You get one mail a week at most, and only when something happened.
answer-subscribe-mail = Your mail address
answer-subscribe-mail-hint = First you get a mail with a link. It begins only when you open that and confirm.
answer-subscribe-send = Send me the confirmation mail
answer-subscribe-missing = Type your mail address.
answer-subscribe-sent = Look in your mailbox. We sent a mail with a link to the address you typed.
answer-subscribe-kept = We keep nothing but your mail address, for a year. You can always stop. Then we erase it at once.
answer-subscribe-privacy = Read what we keep
answer-subscribe-confirm-subject = Confirm: news of { $municipality }
answer-subscribe-confirm-text =
    Hello,

    Somebody asked to hear at this address what becomes of what people put in: { $scope }.

    Do you want that? Open this link and confirm:
    { $link }

    Was it not you? Then you need not do anything. After { $days } days we erase this address.

    { $municipality }
answer-subscribe-known-subject = You get this news already: { $municipality }
answer-subscribe-known-text =
    Hello,

    Somebody asked to hear at this address what becomes of what people put in: { $scope }. You get that news already.

    Prolong or stop it here:
    { $link }

    { $municipality }
answer-subscription-title = News by mail
answer-subscription-asked = Do you want to hear by mail what becomes of what people put in: { $scope }?
answer-subscription-confirm = Yes, mail me
answer-subscription-not-you = Did you not ask for this?
answer-subscription-forget = Erase my address
answer-subscription-runs = You hear by mail what happens: { $scope }. This runs until { $date }.
answer-subscription-stop = Stop, and erase my address
answer-subscription-prolong-text = You can prolong it until { $date }.
answer-subscription-prolong = Prolong
answer-subscription-confirmed = Done. You get a mail when something happens.
answer-subscription-stopped = You get no more mails. Your address is erased.
answer-news-subject = What became of it: { $scope }
answer-news-intro = This happened since { $date } with what people put in: { $scope }.
answer-news-more = { $count ->
    [one] And one more. Read all of it: { $address }
   *[other] And { $count } more. Read all of it: { $address }
}
answer-news-all = Read the whole bulletin: { $address }
answer-news-stop = You get this mail because you asked for it, until { $date }. Stop or prolong: { $link }
# Te laat (F3 X7)
answer-late-title = Answers that are late
answer-late-text = These contributions were decided on, and still somebody waits for the answer that we promised. We list them here, so that everybody can see where they lie.
answer-late-empty = On { $day } no answer is late.
answer-late-caption = Late on { $day }, the oldest promise first
answer-late-what = Contribution
answer-late-stands = Where it stands
answer-late-with = With whom it lies
answer-late-promised = Promised by
answer-late-since = Late
answer-late-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
answer-late-unanswered = Decided on { $day } ({ $outcome }). No answer yet.
answer-late-undelivered = Decided ({ $outcome }). The answer has been there since { $day }, but not everybody has it.
answer-late-team = The participation team
answer-late-act = Do you wait for an answer yourself? Call or drop by; we tell you where it lies.
# A contribution that was divided over departments
answer-divided-title = In parts
answer-divided = This contribution was divided into { $count } parts, because different departments deal with it.
answer-divided-how = Each part goes its own way. The author gets one answer, when every part is answered.
answer-divided-standing = Each part lies with a department of its own. Below you see where, and until when.
answer-divided-part = { $state }, since { $since }.
answer-divided-has = { $department } has this part.
answer-divided-team = The participation team has this part.
answer-divided-outcome = Decision: { $outcome }.
answer-divided-still = Lies still since { $date }: { $why }.
answer-divided-of = This is a part of
answer-divided-of-text = The author gets the answer with the whole contribution, together with that to the other parts.
answer-divided-contest = Do you find that it all belongs together? Ask to make it one contribution again.
answer-contests-title = What the author asked
answer-letter-part = “{ $part }”: { $outcome }.
answer-share-parts = { $count ->
    [one] Also 1 part of a divided contribution lies still
   *[other] Also { $count } parts of divided contributions lie still
}, of { $parts }.

answer-response = What the municipality does
answer-response-text = This is the response of the municipality to an initiative of residents. It is no decision over the initiative: that stays with whoever began it.
answer-response-why = Why the municipality does that
answer-state-responded = The municipality has said what it does
answer-step-responded = The municipality said what it does
answer-letter-response = What the municipality does with your initiative: { $outcome }. The initiative stays yours.
answer-initiative-text = This is an initiative of residents. It stays with whoever began it.
answer-partners = Owned together with the municipality by: { $partners }.
answer-advice-reply = Reply to the reaction
answer-state-gathered = Gathered with the other answers
answer-state-result-ready = The result is written down
answer-state-result = There is a result
answer-step-result-ready = Result written down
answer-step-result = Result settled
answer-gathered-until = Your answer is gathered with the others until { $date }. After that the municipality writes down what came out and what is done with it.
answer-gathered-over = The answers are laid together. Everybody who took part gets one result.
answer-gathered-how = There will be one result for everybody together. Whoever took part gets it in the way they chose.
answer-gathered-contest = Does your message need a treatment of its own? Say so, and we take it out.
answer-letter-result = The result: { $outcome }.
answer-bulletin-result = Answers: one result for everybody who took part

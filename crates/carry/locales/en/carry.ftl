# Carrying through: what residents see.
carry-question-title = A question about your contribution
carry-question-intro = The municipality would like to know something about contribution { $number }. With your follow code you can read the question and answer it.
carry-question-code-label = Your follow code
carry-question-code-hint = Sixteen characters. You find the code on your receipt.
carry-question-code-missing = Fill in your follow code. You find it on your receipt.
carry-question-code-wrong = This follow code does not belong to contribution { $number }. Check it and try again.
carry-question-show = Show the question
carry-question-asked = The question of { $day }
carry-question-until = You can answer until { $day }. If you do not, the municipality goes on without your answer. Your contribution still counts.
carry-question-answer-label = Your answer
carry-question-answer-hint = Write as you would say it. Leave out names and phone numbers.
carry-question-answer-missing = Write your answer.
carry-question-send = Send my answer
carry-question-sent = Thank you. Your answer has arrived and is with the department that asked.
carry-question-none = No question about this contribution is open now. It may have been answered, or the time to answer has passed.
carry-question-follow = Follow your contribution
carry-question-mail-subject = A question about your contribution { $number }
carry-question-mail-text = Hello,

    The municipality would like to know something about your contribution { $number }:

    { $question }

    You can answer until { $day } at { $address }. You need your follow code for that; you find it on your receipt. Would you rather call or drop by? That works too.

    If you do not answer, we go on without your answer. Your contribution still counts.

    { $site }
carry-still-undecided = The advice is ready, but whoever may decide on this has not decided yet
carry-still-put-off = This was put off or kept until a day that is over, and nobody has taken it up again
carry-not-now = This step is not possible now. Perhaps it was taken already.
carry-not-allowed = This step is not possible yet. Something else has to happen first.
carry-elsewhere-report-point = the report point of the municipality
carry-elsewhere-social-service = the social service
carry-elsewhere-complaints = the complaints service
carry-elsewhere-police = the police
carry-elsewhere-other-government = another government
carry-elsewhere-other = somebody else
carry-kind-idea = Idea
carry-kind-reaction = Reaction to a plan
carry-kind-experience = Experience
carry-kind-question = Question about policy
carry-kind-offer = Offer to do something
carry-frame-legal = Laws and rules
carry-frame-financial = Money
carry-frame-practical = Place, upkeep and technique
carry-frame-plans = Plans that exist already
carry-firmness-essential = This is fixed: the municipality cannot depart from it.
carry-firmness-adjustable = This can be changed by whoever made the rule.
carry-firmness-unknown = Whether this can be changed is not known.
carry-level-head = the head of the department
carry-level-manager = the management
carry-level-college = the college of mayor and aldermen
carry-nature-costs = costs
carry-nature-work = work or time
carry-nature-rules = rules
carry-nature-safety = safety
carry-nature-plans = other plans
carry-nature-other = something else
carry-ending-withdrawn = Withdrawn by the department itself
carry-ending-met = Met by a measure
carry-ending-set-aside = Set aside with a reason
carry-consult-agrees = Agrees
carry-consult-dissents = Does not agree
carry-consult-untouched = Does not touch this department
carry-consult-passed-over = Went on without this department, with a reason
carry-consult-took-over = Took the dossier itself
carry-overtaken-explained = The process guardian explained how that came
carry-overtaken-processed = Processed and decided after all
carry-overtaken-reviewed = Is being reviewed

carry-response-help = The municipality helps
carry-response-permit = The municipality gives permission
carry-response-adjust = The municipality asks for a change
carry-response-block = The municipality stops this
carry-plan-change-changed = The plan is changed as was asked
carry-plan-change-partly = The plan is changed in part
carry-plan-change-unchanged = The plan stays as it is
carry-council-title = What the council was told
carry-council-none = The council has not been told about this yet.
carry-council-closed = What was told is closed by law:
carry-council-question = A council member asked
carry-council-late = Should have been answered by now
carry-briefing-of = { $body }, { $day }
carry-briefing-answered-on = Answered on { $day }
carry-briefing-answer-by = To be answered by { $day }
carry-kind-survey-answer = Answer to a survey
carry-result-heading = The result
carry-result-waits = This result is on the table: it takes money or work of other departments, and that still has to be decided.
carry-result-respondents = { $count ->
    [one] { $count } answer was laid together. Written down on { $day }.
   *[other] { $count } answers were laid together. Written down on { $day }.
 }
carry-result-many = said { $count } times
carry-result-few = said fewer than { $most } times
carry-result-deed = What is done with it
carry-result-by = { $department }, by { $day }
carry-result-nothing = Nothing changes now
carry-result-why = Why

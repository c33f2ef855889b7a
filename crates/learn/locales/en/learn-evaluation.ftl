learn-rung = Rung { $step }: { $name }
learn-rung-informed = No rung: only informed
learn-value-named = { $name } (public value)
learn-not-recorded = not recorded
learn-variant-asked = the municipality asks and decides
learn-variant-reaction = residents react to a plan
learn-variant-joint = together with partners
learn-variant-initiative = an initiative of residents

learn-report-title = What came of it: { $title }
learn-report-back = Back to the project
learn-report-lead = This is the evaluation of this project. You read what got better, what got worse, what stayed the same and what nobody knows.
learn-report-day = The figures are of { $day }.
learn-report-withdrawn = On { $day } one interview was withdrawn. Its words and counts are no longer in this report.
learn-report-small = We do not show groups of fewer than { $most } people.
learn-report-contents = In this report
learn-report-version = Version { $version }, finished on { $day }.
learn-report-because = Corrected because:
learn-report-pdf = The report as a PDF
learn-report-csv = The figures for a spreadsheet (CSV)
learn-report-json = The figures for programs and other municipalities (JSON)
learn-report-compare = Lay this project beside another
learn-report-no-pdf = No PDF can be made here. Print the page itself.

learn-section-about = About the project
learn-section-balance = What got better, what did not
learn-section-worse = What got worse
learn-section-literature = What research says, and what we found
learn-section-influence = How much influence residents had
learn-section-asked = What people say themselves
learn-section-reach = Who took part
learn-section-carried = What happened to people’s input
learn-section-means = What it took
learn-section-heard = From whom we know this
learn-section-advice = What was done with advice
learn-section-planned = Asked for in the measurement plan, without a number
learn-section-lessons = What we take along
learn-section-versions = Versions
learn-section-files = Take with you

learn-about-municipality = Municipality
learn-about-initiator = Who took the initiative
learn-about-variant = Whose it is
learn-about-forms = Forms
learn-about-groups = Whom it wanted to reach
learn-about-strategies = What was done against barriers
learn-about-stage = Stage at which residents first took part
learn-about-areas = Where
learn-about-inhabitants = Inhabitants it is about
learn-about-inhabitants-told = { $people }. Source: { $source }.
learn-about-rules = Regulation
learn-about-rules-none = No obligations of a regulation.
learn-about-rules-told = Obligations: { $all }. Met: { $met }. Not met: { $broken }, of which with a public reason: { $motivated }. Not known: { $untold }.
learn-about-period = When
learn-about-duration = How long
learn-about-from-until = from { $from } to { $until }
learn-about-from = from { $from }
learn-about-days =
    { $days ->
        [one] one day
       *[other] { $days } days
    }

learn-balance-text = The bar divides at the line. To the right is what got better, to the left what got worse, on the line what stayed the same. Apart at the end is what nobody knows. The numbers beside it are sources: interviews, observations and documents.
learn-balance-none = No aims were recorded, and nothing has been studied yet.
learn-balance-counts =
    { $effects ->
        [one] One effect was looked at.
       *[other] { $effects } effects were looked at.
    } Better: { $positive }. The same: { $neutral }. Worse: { $negative }. Not known: { $unknown }. An effect can stand under more than one.
learn-balance-effect = Effect
learn-balance-bar = Picture
learn-balance-positive = better
learn-balance-neutral = the same
learn-balance-negative = worse
learn-balance-unknown = not known
learn-balance-aim = aim { $rank }
learn-balance-not-aimed = not an aim, but found
learn-balance-silent = Nothing found: not known.

learn-literature-text = What research found elsewhere has a column of its own. We do not add it to what we found here. Research says what can contribute or harm, not what happened here. The numbers are rules from “What we know”.
learn-literature-own = What we found here
learn-literature-research = What research says
learn-literature-counts = { $positive } times better, { $neutral } times the same, { $negative } times worse, { $unknown } times not known.
learn-literature-factors = Named as help or hindrance:
learn-literature-promotes = Can contribute:
learn-literature-harms = Can harm:
learn-literature-open = Can go either way:
learn-literature-none = Nothing in what we know.

learn-worse-text = Of each of these effects at least one source says that it got worse, and for whom.
learn-worse-none-coded = In the sources that were studied nobody says that anything got worse.
learn-worse-nobody-named = It was not written down for whom.
learn-worse-few = It was said for whom. We show it only when it is certain that at least three people who were interviewed said so.
learn-worse-looked = Somebody looked for what got worse and found nothing.
learn-evaluation-part-negative-done = What we do about it
learn-evaluation-part-negative-who = Who looked
learn-evaluation-part-negative-how = How they looked
learn-evaluation-part-rung-motive = Why this rung
learn-evaluation-part-limits = What this evaluation cannot say

learn-influence-announced = Announced
learn-influence-effective = What it became
learn-influence-before = What participants felt beforehand
learn-influence-after = What participants felt after the answer
learn-influence-effective-none = not established yet
learn-influence-felt = { $mean } on average, on a scale from 1 to 5
learn-influence-felt-none = not measured
learn-influence-gap =
    { $side ->
        [0] It became the rung that was announced.
        [1] It became lower than announced, by { $steps ->
            [one] one rung
           *[other] { $steps } rungs
        }.
       *[other] It became higher than announced, by { $steps ->
            [one] one rung
           *[other] { $steps } rungs
        }.
    }
learn-influence-felt-gap = On a scale from 0 to 100 the announced rung stands at { $announced } and what participants felt at { $felt }. These are two different things: read it as a sign, not as a measure.
learn-influence-fact-gap = What participants felt stands at { $felt } of 100. Of what was decided, { $taken } of { $all } was adopted ({ $share }).
learn-influence-caveat = These figures are beside each other. They do not say what caused what, and they are no mark.
learn-decided-title = What was decided
learn-decided-dossiers = Dossiers
learn-decided-of = { $all }, of which { $open } without a decision
learn-decided-bodies = Who decided
learn-decided-deviating = Decisions that differ from the advice
learn-decided-commitments = Promises
learn-decided-realised = { $realised } of { $all } are there

learn-asked-none = Participants were asked nothing, or nothing yet that can be shown.
learn-asked-text = With each question stands how many people answered, what their answer was on average and how many agree.
learn-asked-question = About
learn-asked-when = When
learn-asked-who = Who
learn-asked-many = How many answers
learn-asked-middle = Average (1 to 5)
learn-asked-agree = Agree
learn-asked-before = beforehand
learn-asked-after = after the answer
learn-asked-later = much later
learn-asked-later-6 = half a year later
learn-asked-later-12 = one year later
learn-asked-later-24 = two years later
learn-asked-took-part = took part
learn-asked-outside = did not take part
learn-asked-staff = staff
learn-asked-answered = { $many }, { $missing } left it open
learn-asked-mean = { $mean } (between { $low } and { $high })
learn-asked-between = between { $low } and { $high }
learn-asked-g013 = Barriers
learn-asked-g014 = Understood what it was about
learn-asked-g015 = Feeling heard
learn-asked-g017 = How good the conversation was
learn-asked-g022 = Perceived influence
learn-asked-g042 = Trust in the municipality
learn-asked-g043 = Being able to take part
learn-asked-g044 = The municipality listens to people like me
learn-asked-g045 = Learned something
learn-asked-g046 = Contact with others
learn-asked-g047 = The feeling that it is mine too
learn-asked-g048 = Disappointment
learn-asked-g049 = It was fixed already
learn-asked-g050 = Willing to take part again
learn-asked-g053 = Satisfied with the service
learn-asked-g055 = Own time
learn-asked-g056 = The work of staff
learn-changes-title = Before and after, of the same people
learn-changes-text = This is the difference for people who answered twice. It does not say what changed it.
learn-changes-pairs = People
learn-changes-until = Until
learn-changes-everybody = people who took part and people who did not, together
learn-changes-difference = Difference
learn-changes-between = Uncertainty

learn-unmeasured-text = There are no figures for this. Beside each it says what would be needed.
learn-unmeasured-represent = Are participants like the population?
learn-unmeasured-represent-needs = Not measured. Needed: characteristics that participants give freely and apart, and the same figures of the population.
learn-unmeasured-worst = Which group was missing most?
learn-unmeasured-worst-needs = Not measured. Needed: the same, for each group of at least the smallest size that we show.
learn-unmeasured-drop-out = Who dropped out?
learn-unmeasured-drop-out-needs = Not measured. Needed: for each step how many people began and how many were still there at the last one.
learn-characteristic-age = Age
learn-characteristic-gender = Woman, man or other
learn-characteristic-area = Where people live
learn-characteristic-education = Education
learn-characteristic-language = Language at home
learn-characteristic-housing = Renting or owning
learn-characteristic-association = Member of an association
learn-characteristic-harder = For whom taking part is harder
learn-reach-column-group = Group
learn-reach-column-population = Inhabitants
learn-reach-column-began = Began
learn-reach-column-ratio = Of their share
learn-reach-column-stayed = At the last step
learn-reach-column-dropped = Dropped out
learn-reach-together = Small groups together
learn-reach-hidden = not shown
learn-reach-few = Fewer than { $most } participants told this. So we show nothing of it.
learn-reach-told = { $told } participants told this, { $unsaid } would rather not.
learn-reach-told-only = { $told } participants told this. How many would rather not was not counted.
learn-reach-index = Likeness to the population: { $index }. At 1.00 the shares are the same, at 0.00 not at all.
learn-reach-index-stayed = Likeness of those who were there at the last step: { $index }.
learn-reach-under-none = Of every group that we show at least four fifths of its share took part.
learn-reach-under = Less than four fifths of their share: { $groups }.
learn-reach-worst = Farthest below its share: { $group }, with { $share } of it.
learn-reach-skew = Between the group of which most dropped out and the one of which fewest did, the difference is { $points } percentage points.
learn-reach-sources = Source for inhabitants: { $population }. Source for participants: { $source }.
learn-reach-dropped = { $share } dropped out.
learn-reach-caveat = This says who was there. It does not say whether their voice counted, nor why others stayed away.
learn-stayed-counts = { $began } people began. At the last step { $stayed } were still there. { $share } dropped out.
learn-stayed-hidden = { $began } people began. How many stayed we do not show: it is about too few people.
learn-stayed-few = Who stayed and who dropped out was counted, but it is about too few people to show.
learn-stayed-noted = During the project a member of staff noted that { $share } dropped out. There are no counts.
learn-stayed-source = Source: { $source }.
learn-planned-text = We agreed to measure this. In this evaluation there is no number of it.
learn-unmeasured-planned = It is in the measurement plan. There is no number.
learn-unmeasured-planned-year = It is in the measurement plan. There is no number of this project alone. See the yearly overview.
learn-unmeasured-planned-figures = It is in the measurement plan. There is no number of this project alone. See the figures of the whole municipality.
learn-count-heading = Counts
learn-count-self-reported = Self-reported: whoever ran the project counted this. Nobody else checked it.
learn-count-earlier = Who took part before
learn-count-earlier-told = Twice or more in three years, or for an organisation: { $part } of { $whole } who answered ({ $share }).
learn-count-unorganised = Who is in no association
learn-count-unorganised-told = In no association: { $part } of { $whole } who answered ({ $share }).
learn-count-hidden = Number who answered: { $whole }. What they answered we do not show: it is about too few people.
learn-count-few = Fewer than { $most } people answered this. So we show nothing of it.
learn-count-unsaid = Would rather not say: { $unsaid }.
learn-count-unsaid-none = How many would rather not say was not counted.
learn-count-remedied = Reasons to drop out
learn-count-remedied-told = Reasons that the municipality could do something about: { $whole }. Remedied: { $part }.
learn-count-share = That is { $share }.
learn-count-attendance = How often participants came
learn-count-attendance-told = Participants: { $participants }. Together they came { $all } times, on average { $mean } times.
learn-count-attendance-hidden = Participants: { $participants }. How often they came we do not show: too few people came more than once.
learn-count-attendance-few = Fewer than { $most } participants were counted. So we show nothing of it.
learn-count-response = Response to invitations
learn-count-response-told = Accepted: { $accepted } of { $delivered } delivered invitations ({ $share }).
learn-count-response-hidden = Delivered invitations: { $delivered }. How many were accepted we do not show: it is about too few people.
learn-count-response-few = Too few invitations were counted to show anything of it.
learn-count-response-ends = Highest at { $highest } ({ $high }), lowest at { $lowest } ({ $low }): { $ratio } times as much.
learn-count-response-shown = Only what we show was compared.
learn-count-channels = Recruitment by channel
learn-count-channels-told = New participants together: { $joined }.
learn-count-channels-few = Fewer than { $most } new participants came. So we do not show how many.
learn-count-column-stratum = Kind of place or group
learn-count-column-delivered = Delivered
learn-count-column-accepted = Accepted
learn-count-column-rate = Share
learn-count-column-channel = Channel
learn-count-column-joined = New participants
learn-count-column-hours = Hours
learn-count-column-money = Cost
learn-count-column-per-hour = Per hour
learn-count-column-per-hundred = Per 100 euros
learn-observed-heading = What an observer saw
learn-observed-sessions = Sessions observed: { $sessions }.
learn-observed-told = Of these with at least { $most } people: { $told }. Only of those we show figures.
learn-observed-quality = Respect, giving reasons and listening: { $mean } on average on a scale from 1 to 5.
learn-observed-gini = How unequally people spoke: { $gini } on average, sessions at which that was counted: { $compared }. At 0.00 everybody spoke as much, near 1.00 almost only one person spoke.
learn-observed-gini-none = How unequally people spoke we do not show: it was counted of too few people.
learn-observed-caveat = This is how an observer saw it. Somebody else may see it differently.

learn-carried-text = These figures tell how quickly people got an answer, whether they understood it, what was taken over and what came of it.

learn-means-column-what = What
learn-means-planned = Planned
learn-means-used = Used
learn-means-percent = Used of planned
learn-means-each = For each promise carried out
learn-means-unknown = not counted
learn-means-untold = cannot be told
learn-means-hours =
    { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }
learn-means-municipal-hours = Hours of the municipality
learn-means-municipal-money = Money of the municipality
learn-means-resident-hours = Hours of residents
learn-means-resident-money = Costs of residents
learn-means-partner-hours = Hours of partners
learn-means-partner-money = Money of partners
learn-volunteers-given =
    Volunteers gave { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } for { $count ->
        [one] one promise
       *[other] { $count } promises
    }.
learn-volunteers-given-few =
    { $count ->
        [one] For one promise a few people gave time, or the month is not over
       *[other] For { $count } promises a few people gave time, or the month is not over
    }. How much, we do not show.
learn-volunteers =
    { $count ->
        [one] One promise asks time of volunteers
       *[other] { $count } promises ask time of volunteers
    }: in the middle { $median ->
        [one] one hour
       *[other] { $median } hours
    } a month. { $above ->
        [0] None asks more than they said they can give.
        [one] One asks more than they said they can give.
       *[other] { $above } ask more than they said they can give.
    }

learn-heard-nobody = Nobody was spoken with for this evaluation.
learn-heard-other = other people
learn-heard-sources =
    { $count ->
        [one] one source
       *[other] { $count } sources
    }
learn-heard-not = Who was not heard
learn-heard-one-voice = Residents, organisations between residents and municipality, or both were not heard. Read the outcome with care.

learn-advice-none = No advice was chosen or set aside in the design.
learn-advice-heeded =
    { $followed ->
        [one] In the design one piece of advice was followed
       *[other] In the design { $followed } pieces of advice were followed
    } and { $aside ->
        [one] one was set aside
       *[other] { $aside } were set aside
    }, each with a reason.
learn-advice-met =
    { $count ->
        [one] One piece of advice that was set aside warns of an effect that also came out worse. That does not say that one came of the other:
       *[other] { $count } pieces of advice that were set aside warn of an effect that also came out worse. That does not say that one came of the other:
    }

learn-lesson-next = Next time:
learn-lesson-worked-no = It did not work
learn-lesson-worked-partly = It worked in part, or for some
learn-lesson-worked-yes = It worked

learn-waiver-public = This project is not evaluated. The reason is below.
learn-waiver-when = That was said on { $day }.

learn-panel-title = Evaluation
learn-panel-read = Read the evaluation
learn-panel-waived = This project is not evaluated.
learn-panel-why = Read why
learn-panel-not-yet = This project is closed and has not been evaluated yet.
learn-panel-running = This project has not been evaluated yet.
learn-panel-evaluate = Evaluate

learn-evaluations-standing = Evaluation
learn-standing-none = not begun
learn-standing-draft = being written
learn-standing-finished = finished
learn-standing-waived = not evaluated, with a reason

learn-compare-title = Projects side by side
learn-compare-lead = Lay two to four projects side by side, ours or those of another municipality. There is no order from good to bad: each project has its own circumstances.
learn-compare-what = What
learn-compare-evaluation = What was studied
learn-compare-heard = Who was heard
learn-compare-note = A difference does not say what caused it. Look at who was not heard as well.
learn-compare-again = Choose other projects
learn-compare-none = There are no projects yet.
learn-compare-choose = Which projects?
learn-compare-choose-hint = Choose two, three or four.
learn-compare-submit = Lay side by side
learn-compare-how-many = Choose two, three or four projects from the list.
learn-compare-elsewhere = { $title } ({ $municipality }, read in)

learn-year-title = Yearly overview of participation { $year }
learn-year-link = The yearly overview for the council
learn-year-lead = What did the municipality do with participation this year? For the council and for everybody. Each picture has its numbers beside it.
learn-year-rungs = How much influence was promised
learn-year-rungs-text = Each project that began this year stands at one rung, from listening to deciding alone.
learn-year-rung = Rung
learn-year-processes = Projects
learn-year-lowest = Only listening, by department
learn-year-lowest-text = A project counts with every department that worked on it.
learn-year-stages = How early residents took part
learn-year-early = Before policy was worked out:
learn-year-established = How much influence it became
learn-year-established-text = The rung that was established after the decision.
learn-year-informed = Only informed:
learn-year-influence = What was promised and what it became
learn-year-influence-text = Of the evaluations that were finished this year.
learn-year-influence-lower = lower than announced
learn-year-influence-same = as announced
learn-year-influence-higher = higher than announced
learn-year-influence-unknown = not established
learn-year-evaluations = Evaluations
learn-year-evaluated-title = What was evaluated
learn-year-evaluated = Closed projects with an evaluation that also tells what got worse: { $share } Without an evaluation but with a public reason: { $waived }.
learn-year-balance-text = All effects of all evaluations together. An effect can stand under more than one.
learn-year-effects = Effects
learn-year-concentrated = Of all sources that say that something got worse, { $of } of { $whole } are about the eight effects of which most was said.
learn-year-worse = Where something got worse
learn-year-worse-none = In no evaluation of this year does a source say that something got worse.
learn-year-voices = Evaluations in which both residents and organisations between were heard:
learn-year-advice = Advice followed: { $followed }. Set aside with a reason: { $aside }. Of these about an effect that also came out worse: { $met }.
learn-year-means-none = In no evaluation of this year were hours or money counted.
learn-year-means-counted = Counted in
learn-year-means-of = { $many } of { $all ->
    [one] one evaluation
   *[other] { $all } evaluations
}
learn-year-indicators = Figures over the years
learn-year-leaning = What it leans on
learn-year-secured = Projects with money for more than a year
learn-year-carrier = Projects that lean on one person (today)
learn-year-learning = What we learn and keep to
learn-year-reuse = Designs that adopted an earlier lesson
learn-year-rules-met = Obligations of the participation regulation that were met
learn-year-rules-motivated = Deviations with a public reason
learn-year-share =
    { $of } of { $whole } ({ $share }). { $missing ->
        [0] {""}
        [one] Of one it is not known.
       *[other] Of { $missing } it is not known.
    }
learn-year-share-none =
    { $missing ->
        [0] None.
        [one] Of one it is not known.
       *[other] Of { $missing } it is not known.
    }

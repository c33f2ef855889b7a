### Writing and delivering answers.

answer-form-title = Give an answer
answer-form-back = Back to the dossier
answer-form-lead = { $count ->
    [one] One author waits for an answer. Say what happened to their words.
   *[other] { $count } authors wait for an answer. Tell each what happened to their words.
}
answer-form-saved = Saved on { $time }. Not published yet.
answer-form-decided = What was decided
answer-form-criteria = The criteria that were promised
answer-form-authors = What the authors said
answer-form-remarks = Can it be simpler?
answer-form-remark = You write “{ $word }”. Most people say: { $better }.
answer-form-ease = Reading ease: { $score }. Higher is easier; below 0 and above 100 is possible. On average { $words ->
    [one] one word
   *[other] { $words } words
} in a sentence.
answer-form-hint-long = This sentence has { $words } words: “{ $begins } …”. Can it be two?
answer-form-hints-only = These are hints. A number does not know whether anybody understands you: read it aloud to somebody who was not there.
answer-form-check = See how it reads
answer-form-done-label = What was done with the input?
answer-form-done-hint = Tell who looked at it, what was examined and what came out. At least one full sentence.
answer-form-done-missing = Write what was done with the input.
answer-form-criterion-label = What decided it?
answer-form-criterion-hint = The criterion that decided, in plain words. For instance: the fire brigade must always be able to get through.
answer-form-criterion-missing = Write which criterion decided.
answer-form-why-not-label = Why not?
answer-form-why-not-hint = Explain why it cannot be done, or not wholly. Somebody who disagrees must be able to follow the reason.
answer-form-why-not-missing = Write why not. A no without a reason cannot be published.
answer-form-coming-label = What comes now?
answer-form-coming-hint = Who does what, and when. Leave empty when nothing more comes.
answer-form-coming-missing = This text exists in another language. Write it here too.
answer-form-own = For each author apart
answer-form-own-text = What happened to the words of this one author? When contributions travel together, everybody needs this.
answer-form-own-label = To the author of { $number }
answer-form-own-hint = Name something of the author’s own words, and say what was done with it.
answer-form-own-missing = Tell this author too what happened to their words.
answer-form-in-language = { $label } ({ $language })
answer-form-translation = Also in { $language }
answer-form-translation-text = An author wrote in this language. A translation is not required, but it is good to have. Fill in all parts then.
answer-form-origin-label = Who translated?
answer-form-origin-human = A person
answer-form-origin-machine = A machine, and nobody read it over
answer-form-plain-label = I have read the answer aloud. It is in plain words.
answer-form-plain-hint = Short sentences, no jargon, no abbreviations. A sentence has at most 35 words.
answer-form-plain-missing = Read the answer aloud and tick this.
answer-form-short = This is too short to say anything. Write at least { $least } signs.
answer-form-long = This is too long. At most { $most } signs.
answer-form-sentence = The sentence that begins with “{ $begins }” has { $words } words. Make it two sentences.
answer-form-begin-text = There is an example for this outcome. It only goes into fields that are still empty. Fill in what stands between brackets, and take out what is not so.
answer-form-begin = Begin with the example
answer-form-begun = The empty fields were filled with the example. Change the words: fill in what stands between brackets, and take out what is not so.
answer-form-left-open = There is still something to fill in here: { $left }. Fill it in, or take the sentence out.
answer-form-publish = Publish and deliver this answer
answer-form-save = Save as a draft
answer-form-draft-saved = The draft is saved. Nobody outside the municipality sees it.
answer-form-published = The answer is published. Each author gets it in the way they asked for.
answer-form-too-early = Nothing has been decided yet. Answering comes after that.
answer-form-all-answered = All authors of this dossier have an answer.

answer-deliveries-title = Deliver answers
answer-deliveries-text = These answers and messages are not with their authors yet. Who has waited longest comes first.
answer-deliveries-caption = Answers to be delivered
answer-deliveries-empty = There is nothing here.
answer-deliveries-number = Contribution
answer-deliveries-channel = Way
answer-deliveries-which = Which
answer-deliveries-open = Still to do
answer-deliveries-done = Done
answer-deliveries-filter = Show these
answer-deliveries-through = Through whom
answer-deliveries-notice = Message
answer-deliveries-direct = Directly
answer-deliveries-unknown = No address known
answer-deliveries-status = Status
answer-deliveries-since = Since
answer-deliveries-do = To do
answer-deliveries-letter = Open the letter
answer-deliveries-letters = Print all waiting letters

answer-delivery-title = Deliver one answer
answer-delivery-back = Back to the list
answer-delivery-how-mail = The author gets this answer by mail. The program sends it and notes that. If it fails, take another way.
answer-delivery-how-letter = The author gets this answer by letter. Print it, note that, and note also when it has left.
answer-delivery-how-phone = The author wants a call. Open the letter: there you find the number and what you can say.
answer-delivery-how-intermediary = The organisation that helped knows the author and brings the answer. Print the letter and hand it over.
answer-delivery-unknown = We know no address of this author. The answer is on the public page. Note that it could not be delivered, and why.
answer-delivery-pseudonym = Name at the organisation
answer-delivery-status = How far is it?
answer-delivery-reason = Why did it not arrive?
answer-delivery-reason-hint = Only when it did not arrive. Do not write names.
answer-delivery-send = Note this
answer-delivery-noted = Noted.

answer-letters-title = Letters to print
answer-letters-empty = No letter waits to be printed.
answer-letters-count = { $count ->
    [one] One letter waits to be printed.
   *[other] { $count } letters wait to be printed. Each gets a sheet of its own.
}
answer-letters-text = Print this page with the button of your browser. Post the letters or hand them over, and then note it here. That you looked at the addresses is in the journal.
answer-letters-post = { $count ->
    [one] Note that this letter was posted
   *[other] Note that these { $count } letters were posted
}
answer-letters-unknown = We know no address of these people. Their letters are not in the heap.
answer-letters-posted = { $posted ->
    [0] No letter posted
    [one] 1 letter posted
   *[other] { $posted } letters posted
}{ $already ->
    [0] { "" }
    [one] , 1 not: it was delivered meanwhile
   *[other] , { $already } not: they were delivered meanwhile
}{ $gone ->
    [0] { "" }
    [one] , 1 not: no longer needed
   *[other] , { $gone } not: no longer needed
}.

answer-letter-title = Letter with the answer
answer-letter-back = Back to the delivery
answer-letter-text = Print this page with the button of your browser. That you looked at the address stands in the log.
answer-letter-call = Call:

answer-reviews-title = Requests for review
answer-reviews-text = These authors ask that somebody looks at it again.
answer-reviews-empty = Nobody asks for a review.
answer-reviews-asked = Asked on
answer-reviews-understood = Understood the answer
answer-reviews-fair = Found it fair
answer-reviews-yes = yes
answer-reviews-no = no
answer-reviews-unsaid = not said
answer-review-title = Request for review
answer-review-back = Back to the list
answer-review-words = What the author adds
answer-review-choice = Will it be looked at again?
answer-review-grant = Yes, grant the review
answer-review-decline = No, and this is why
answer-review-text = With yes the dossier goes back to the department. Each author gets a new answer. The earlier answer can still be read. With no your reason stands on the public page.
answer-review-reason = Why, or why not?
answer-review-reason-hint = This reason stands on the public page.
answer-review-reason-missing = Write why it is or is not looked at again.
answer-review-send = Record this
answer-review-granted = The review is granted.
answer-review-declined = The review is not granted. The reason stands on the public page.
answer-letter-pdf = Open as PDF
answer-pdf-no-font = This server has no font to make a PDF with. Print the letter from the page itself.
answer-pdf-refused = This letter holds signs that the font does not have. Print the letter from the page itself.
answer-letters-pdf = Open these letters as one PDF
answer-handle-title = Handle a dossier
answer-handle-lead = Everything on one page, from screening to answer. Every step goes into the journal and onto the public page, as always. When one of them is not right, nothing is done.
answer-handle-privacy = The words have not been looked at for personal data yet. That comes first.
answer-handle-elsewhere = Does it belong elsewhere, or outside the question? Then do the screening on its own page.
answer-handle-department-label = Which department takes it?
answer-handle-department-hint = You will hold the dossier.
answer-handle-today = The decision is of today. Does a body decide later? Then put the dossier on its agenda on the page for that.
answer-handle-submit = Handle it and publish the answer
answer-handle-done = The dossier has been handled and the answer has been published.
answer-handle-off = Handling on one page is only for where one or two people do all the work. That is off. Nothing was changed.
answer-handle-not-now = This dossier does not stand on the straight way to a decision. Take the next step on its own page. Nothing was changed.
answer-handle-own-way = This project has steps of its own: a reply to each reaction, what the municipality does with an initiative, or one result for everybody. Take them on their own pages. Nothing was changed.
answer-form-result = This is one result for everybody who took part. The text comes from the result that the department wrote down; read it over and make it simple. A part for each author is not needed here.
answer-form-authors-more = And { $count } others. What they said stands in the dossier.

answer-beginnings-title = Examples for answers
answer-beginnings-back = Back to administration
answer-beginnings-lead = Whoever writes an answer can begin with an example that fits what was decided.
answer-beginnings-text = For each outcome the program has an example. When you write one of your own, your colleagues get that. You can always go back.
answer-beginnings-own = You use an example of your own, saved on { $time }.
answer-beginnings-shipped = You use the example of the program.
answer-beginnings-read = Example of the program
answer-beginnings-change = Change the example for “{ $outcome }” ({ $language })
answer-beginning-title = Example for “{ $outcome }”
answer-beginning-back = Back to the examples
answer-beginning-lead = This is how an answer with this outcome begins. Language: { $language }. The example is for many answers: write no names of residents in it.
answer-beginning-own = Your own example holds now, saved on { $time }.
answer-beginning-shipped = The example of the program holds now. It is in the fields already: change what you want differently.
answer-beginning-places = What you can leave open
answer-beginning-places-all = All that can be left open
answer-beginning-places-text = What stands between brackets is filled in by your colleague in each answer. As long as it is there, the answer is not sent. You can use these words. Copy them exactly, with the brackets.
answer-beginning-hint = At most { $most } signs. A sentence has at most { $words } words.
answer-beginning-empty = This field is empty. Nothing was saved. Write a text, or go back: then the example of the program keeps holding.
answer-beginning-empty-own = This field is empty. Nothing was saved. Write a text. Do you want no example of your own any more? Then choose “Use the example of the program again” below.
answer-beginning-unknown = The program does not know this: { $place }. The answer would be sent without anybody filling it in. Choose words from the list, or take the brackets away.
answer-beginning-overtaken = Somebody else changed this example meanwhile. What you typed is still there. Save again if you are sure.
answer-beginning-save = Save this example
answer-beginning-saved = The example is saved. Whoever writes an answer can begin with it.
answer-beginning-take-back-text = Do you want no example of your own any more? Then your text goes away. Answers that are written already do not change.
answer-beginning-take-back = Use the example of the program again
answer-beginning-taken-back = The example of the program holds again.
answer-fault-overtaken = Somebody else changed this example meanwhile. Nothing was changed. Go back and look again.
answer-fault-unknown-place = The example leaves something open that the program does not know. Nothing was saved.

# Lessons, for who keeps them.

memory-staff-title = Lessons
memory-staff-text = The design guide shows these lessons when a next design is in the same area, about the same theme or has the same aims.
memory-new = Write down a lesson
memory-new-text = What did you learn from a project? Write down what happened and what you will do next time. Also what did not work, especially that.
memory-new-persons = Everybody reads this lesson. Write nothing about a person, not even without a name.
memory-to-public = What everybody reads
memory-to-public-one = How everybody reads this lesson
memory-open-staff = Adjust or retire
memory-filter-state = Does the lesson still hold?
memory-state-retired = Only retired lessons
memory-of-process-hint = Choose nothing when the lesson does not come from one project.
memory-what-happened = What happened?
memory-what-happened-hint = In plain words, so that somebody who was not there understands it.
memory-text-missing = Write down what happened.
memory-advice = What will you do next time?
memory-advice-hint = Something a colleague can do.
memory-advice-missing = Write down what you will do next time.
memory-worked = Did it work?
memory-worked-hint = A lesson about what did not work comes first.
memory-worked-missing = Choose whether it worked.
memory-informal = Noted along the way, without an evaluation
memory-informal-hint = The lesson is then marked “less certain”.
memory-area-hint = Choose nothing when the lesson holds for every area.
memory-theme-hint = One theme, as contributions have it. For instance: green.
memory-about-hint = The guide shows the lesson at these steps. When you choose nothing: with the aims, and with the advice you name.
memory-effects-choose = Choose effects and values
memory-effects-hint = The guide shows the lesson when a next design aims at one of these.
memory-rules-hint = The numbers of the advice in the guide, with a comma between them. For instance: C009, C035.
memory-rule-unknown = There is no advice { $rule }. Look the number up in the guide.
memory-save = Keep this lesson
memory-saved = The lesson is kept.
memory-adjust = Adjust the lesson
memory-adjust-text = What it said before stays readable beside the reason.
memory-adjust-submit = Keep the adjustment
memory-reason = Why do you adjust the lesson?
memory-reason-hint = Everybody reads this reason.
memory-reason-missing = Write why.
memory-retire = Retire the lesson
memory-retire-text = A lesson never disappears. It is no longer shown with new designs, and stays readable with the reason.
memory-retire-reason = Why does the lesson no longer hold?
memory-retire-submit = Retire this lesson
memory-retired = The lesson is retired.
memory-refused-retired = This lesson was retired. It stays as it is.
memory-take-in = Take in lessons of another municipality
memory-take-in-text = Another municipality with Meemaak can give its lessons as a file. You find that file on its page “What we learned”.
memory-take-in-what = Each lesson gets the name of that municipality. What is here already stays as it is. Everybody reads these lessons too.
memory-file = File with lessons
memory-file-hint = A file that ends in .json.
memory-file-words = Or paste what is in the file
memory-file-words-hint = Handy when you got the file in a message.
memory-file-missing = Choose a file, or paste what is in it.
memory-file-other = This is not a file with lessons. Ask the other municipality for the file of its page “What we learned”.
memory-file-version = This file comes from a newer version of the program. Ask your administrator to update the program.
memory-file-many = There are too many lessons in it. Take in { $most } at once at most.
memory-file-lesson = Lesson { $nth } in the file cannot be read. Nothing was taken in.
memory-take-in-submit = Take in these lessons
memory-taken-in = { $new ->
    [one] One lesson was taken in
   *[other] { $new } lessons were taken in
 }. { $known ->
    [0] None of them was here already.
    [one] One was here already.
   *[other] { $known } were here already.
 }

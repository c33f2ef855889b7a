# Design: the charter of a process. Words for everybody.
design-processes = مواضيع يمكنك إبداء رأيك فيها
design-processes-text = مع كل سؤال تقرأ ما يمكنك تغييره ومن يقرر وحتى متى يمكنك المشاركة.
design-processes-none = لا يوجد الآن سؤال مطروح على السكان.
design-open = يمكنك المشاركة الآن.
design-open-until = يمكنك المشاركة حتى { $date }.
design-opens-on = يمكنك المشاركة ابتداءً من { $date }.
design-no-longer-open = لم نعد نستقبل مساهمات جديدة هنا.
design-read-agreements = اقرأ الاتفاق كاملاً
design-to-process = إلى صفحة هذا الموضوع

design-agreements-of = الاتفاق: { $title }
design-agreements-text = هذا ما تنتظره أنت والبلدية كل من الآخر. كل تغيير مذكور في الأسفل مع سببه.
design-version-since = النسخة { $version }، سارية منذ { $date }.
design-some-original = لم يُترجم كل شيء إلى لغتك. ما لم يُترجم تقرؤه كما كُتب.
design-about = ما الموضوع؟
design-limits = ما هو ممكن وما هو غير ممكن
design-decision = القرار
design-with-what = الوسائل
design-questions = أسئلة حول هذا الموضوع
design-closed-on = أُغلق في { $date }
design-closed-still-answered = كل من قدّم مساهمة سيصله جواب.

design-title = العنوان
design-question = السؤال
design-reason = لماذا نسأل
design-can-change = ما يمكنك تغييره
design-fixed = ما تقرر من قبل
design-outside = ما هو خارج الموضوع
design-decides = من يقرر
design-criteria = على ماذا يستند القرار
design-means = الأشخاص والمال والوقت
design-contact = بمن تتصل
design-rung = مدى تأثيرك
design-mandate = من سمح بذلك
design-decider = من يتخذ القرار
design-budget = الميزانية
design-opens = اليوم الأول
design-closes = اليوم الأخير
design-decision-date = يوم القرار
design-answer-term = متى يصلك الجواب
design-planning = الجدول الزمني

design-rung-listen-promise = نحن نستمع إليك. البلدية هي التي تقرر.
design-rung-consult-promise = أنت تقدّم رأيك. البلدية تقرر وتشرح ما فعلته برأيك.
design-rung-co-produce-promise = تضع الخطة معنا. البلدية تقرر بشأن هذه الخطة.
design-rung-co-decide-promise = أنت تقرر مع البلدية.
design-rung-decide-alone-promise = أنت تقرر بنفسك ضمن هذا الاتفاق.
design-decision-planned = القرار مقرر في { $date }.
design-ladder-source = للسلّم خمس درجات، من الاستماع إلى القرار المستقل (Pröpper و Steenbergen، 1999).
design-ladders = الدرجة نفسها على سلالم أخرى
design-ladders-text = لكل سلّم طريقته في العدّ. هكذا نقرأ هذه الدرجة على سلّم آخر.
design-mandate-sentence = قررت ذلك الجهة { $body } في { $date } ({ $reference }).
design-decider-body = المجلس البلدي أو الهيئة التنفيذية
design-decider-department-head = رئيس الدائرة المختصة
design-decider-neighbourhood-manager = مدير الحي، للأمور الصغيرة في الحي
design-answer-within-working-days = { $days ->
    [one] يصلك الجواب مع السبب خلال يوم عمل واحد بعد القرار.
    [two] يصلك الجواب مع السبب خلال يومي عمل بعد القرار.
    [few] يصلك الجواب مع السبب خلال { $days } أيام عمل بعد القرار.
   *[other] يصلك الجواب مع السبب خلال { $days } يوم عمل بعد القرار.
}
design-answer-within-days = { $days ->
    [one] يصلك الجواب مع السبب خلال يوم واحد بعد القرار.
    [two] يصلك الجواب مع السبب خلال يومين بعد القرار.
    [few] يصلك الجواب مع السبب خلال { $days } أيام بعد القرار.
   *[other] يصلك الجواب مع السبب خلال { $days } يوماً بعد القرار.
}
design-planning-caption = ماذا يحدث ومتى
design-planning-day = اليوم
design-planning-what = ماذا يحدث
design-planning-opens = يمكنك المشاركة ابتداءً من هذا اليوم.
design-planning-closes = آخر يوم للمشاركة.
design-planning-decision = يُتخذ القرار.

design-history = ماذا تغيّر
design-history-none = لم يتغيّر شيء منذ اليوم الأول.
design-history-version = النسخة { $version }، { $date }
design-history-first = هذه هي النسخة الأولى.
design-history-reason = سبب هذا التغيير
design-history-caption = ما غيّرته النسخة { $version }
design-history-what = الجزء
design-history-was = سابقاً
design-history-is = الآن
design-history-nothing = لا شيء

design-state-draft = قيد الإعداد
design-state-published = منشور
design-state-closed = مغلق

# من دليل التصميم، للجميع.
design-guide-public = ما الذي نريد تحقيقه
design-guide-public-text = بهذا الترتيب: ما يأتي أولا هو الأهم. لا أحد يستطيع أن يعد بالنجاح.
design-guide-public-level = نبحث عنه لدى:
design-guide-inclusion = ماذا تعني «المشاركة للجميع» هنا
design-guide-not-aimed = ما الذي لا نهدف إليه
design-guide-role-politicians = دور السياسيين
design-guide-role-officials = دور الموظفين
design-guide-role-residents = دور السكان
design-guide-public-aside = نصائح لا نتبعها، ولماذا
design-guide-public-aside-text = تقدم الأبحاث هذه النصيحة. نحن لا نتبعها هنا.
design-guide-public-aside-why = لماذا لا:
design-variant-heading = لمن هذا؟
design-variant-reaction-text = أنتم تعلّقون على خطة منشورة. كل تعليق يحصل على رد مكتوب يقول هل تتغير الخطة بسببه ولماذا. بعد ذلك يقرر المجلس المختص في اجتماع؛ لا أحد يقرر وحده.
design-variant-survey-text = يُطرح السؤال نفسه على الجميع. تضع البلدية كل الإجابات جنبا إلى جنب وتكتب نتيجة واحدة: ماذا قال الناس، وكم مرة، وماذا سيُفعل بذلك، ومن سيفعله، ومتى، ولماذا. كل من شارك يحصل على هذه النتيجة بالطريقة التي اختارها. لا يُتخذ قرار بشأن إجابة واحدة وحدها. وإذا ذكرتم أمرا يحتاج إلى معالجة خاصة به فإننا نفصله عن البقية.
design-variant-joint-text = تقوم البلدية بهذا مع شركاء. هم أيضا أصحابه: يجلسون إلى الطاولة ويشاركون في تنفيذ ما يُتفق عليه.
design-variant-initiative-text = هذا لكم. أنتم تبدؤون شيئا ويبقى لكم. البلدية لا تقرر بشأن مبادرتكم: هي تساعد أو تسمح أو تطلب تعديلا أو توقف شيئا، وتقول السبب في كل مرة.
design-reaction-plan = الخطة التي يمكنكم التعليق عليها
design-partners = الشركاء الذين هم أيضا أصحابه

# Lessons of earlier projects, for everybody.
design-lesson-worked-no = هذا لم ينجح
design-lesson-worked-partly = هذا نجح جزئيًا
design-lesson-worked-yes = هذا نجح
design-lesson-read = اقرأ هذا الدرس
design-public-lessons = ما نستفيده من مشاريع سابقة
design-public-lessons-text = هذه دروس من مشاريع سابقة، وهكذا نستخدمها هنا.
design-public-lesson-done = ماذا نفعل بهذا الدرس:
design-public-lessons-aside = دروس لا نتبعها

learn-rung = الدرجة { $step }: { $name }
learn-rung-informed = بلا درجة: إعلام فقط
learn-value-named = { $name } (قيمة عامة)
learn-not-recorded = غير مسجَّل
learn-variant-asked = البلدية تسأل وتقرر
learn-variant-reaction = السكان يبدون رأيهم في خطة
learn-variant-joint = بالاشتراك مع شركاء
learn-variant-initiative = مبادرة من السكان

learn-report-title = ماذا نتج عنه: { $title }
learn-report-back = العودة إلى المشروع
learn-report-lead = هذا تقييم هذا المشروع. تقرأ فيه ما تحسّن وما ساء وما بقي على حاله وما لا يعرفه أحد.
learn-report-day = الأرقام بتاريخ { $day }.
learn-report-withdrawn = في { $day } سُحبت مقابلة واحدة. لم تعد كلماتها وأعدادها في هذا التقرير.
learn-report-small = لا نعرض مجموعات يقلّ عدد أفرادها عن { $most }.
learn-report-contents = في هذا التقرير
learn-report-version = النسخة { $version }، أُنجزت في { $day }.
learn-report-because = صُحّحت للسبب التالي:
learn-report-pdf = التقرير بصيغة PDF
learn-report-csv = الأرقام لجدول بيانات (CSV)
learn-report-json = الأرقام للبرامج وللبلديات الأخرى (JSON)
learn-report-compare = ضع هذا المشروع بجانب مشروع آخر
learn-report-no-pdf = لا يمكن إنشاء ملف PDF هنا. اطبع الصفحة نفسها.

learn-section-about = عن المشروع
learn-section-balance = ما الذي تحسّن وما الذي لم يتحسّن
learn-section-worse = ما الذي ساء
learn-section-literature = ما تقوله الأبحاث وما وجدناه
learn-section-influence = كم كان تأثير السكان
learn-section-asked = ما يقوله الناس أنفسهم
learn-section-reach = من شارك
learn-section-carried = ماذا حدث للمساهمات
learn-section-means = ما الذي تطلّبه
learn-section-heard = ممن نعرف هذا
learn-section-advice = ماذا حدث للنصائح
learn-section-planned = مطلوب في خطة القياس بلا رقم
learn-section-lessons = ما نأخذه معنا
learn-section-versions = النسخ
learn-section-files = ملفات للتنزيل

learn-about-municipality = البلدية
learn-about-initiator = من أخذ المبادرة
learn-about-variant = لمن هو
learn-about-forms = الأشكال
learn-about-groups = من أراد المشروع الوصول إليهم
learn-about-strategies = ما فُعل لتذليل العوائق
learn-about-stage = المرحلة التي شارك فيها السكان أول مرة
learn-about-areas = المكان
learn-about-inhabitants = السكان المعنيون
learn-about-inhabitants-told = { $people }. المصدر: { $source }.
learn-about-rules = اللائحة
learn-about-rules-none = لا التزامات من لائحة.
learn-about-rules-told = الالتزامات: { $all }. الملتزَم بها: { $met }. غير الملتزَم بها: { $broken }، منها بسبب معلن: { $motivated }. غير معروف: { $untold }.
learn-about-period = متى
learn-about-duration = المدة
learn-about-from-until = من { $from } حتى { $until }
learn-about-from = ابتداءً من { $from }
learn-about-days =
    { $days ->
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يوماً
       *[other] { $days } يوم
    }

learn-balance-text = ينقسم الشريط عند الخط. بعد الخط يظهر ما تحسّن، وقبله ما ساء، وعلى الخط ما بقي على حاله. وفي النهاية يظهر على حدة ما لا يعرفه أحد. الأرقام المجاورة هي مصادر: مقابلات وملاحظات ووثائق.
learn-balance-none = لم تُسجَّل أهداف، ولم يُبحث شيء بعد.
learn-balance-counts =
    { $effects ->
        [one] نُظر في أثر واحد.
        [two] نُظر في أثرين.
        [few] نُظر في { $effects } آثار.
        [many] نُظر في { $effects } أثراً.
       *[other] نُظر في { $effects } أثر.
    } تحسّن: { $positive }. على حاله: { $neutral }. ساء: { $negative }. غير معروف: { $unknown }. قد يظهر الأثر الواحد تحت أكثر من عنوان.
learn-balance-effect = الأثر
learn-balance-bar = الصورة
learn-balance-positive = تحسّن
learn-balance-neutral = على حاله
learn-balance-negative = ساء
learn-balance-unknown = غير معروف
learn-balance-aim = الهدف { $rank }
learn-balance-not-aimed = ليس هدفاً لكنه لوحظ
learn-balance-silent = لم يُعثر على شيء: غير معروف.

learn-literature-text = ما وجدته الأبحاث في أماكن أخرى له عمود خاص. لا نضيفه إلى ما وجدناه هنا. تقول الأبحاث ما الذي يمكن أن يساعد أو يضر، لا ما حدث هنا. الأرقام هي قواعد من «ما نعرفه».
learn-literature-own = ما وجدناه هنا
learn-literature-research = ما تقوله الأبحاث
learn-literature-counts = تحسّن: { $positive }، على حاله: { $neutral }، ساء: { $negative }، غير معروف: { $unknown }.
learn-literature-factors = ذُكر أنه ساعد أو أعاق:
learn-literature-promotes = يمكن أن يساعد:
learn-literature-harms = يمكن أن يضر:
learn-literature-open = يمكن أن يذهب في الاتجاهين:
learn-literature-none = لا شيء فيما نعرفه.

learn-worse-text = في هذه الآثار يقول مصدر واحد على الأقل إن الأمر ساء، ولمن.
learn-worse-none-coded = لا يقول أي مصدر من المصادر المدروسة إن شيئاً ساء.
learn-worse-nobody-named = لم يُكتب لمن.
learn-worse-few = قيل لمن كان ذلك أسوأ. لا نعرضه إلا إذا ثبت أن ثلاثة أشخاص على الأقل ممن أُجريت معهم مقابلات قالوه.
learn-worse-looked = بُحث عمّا ساء ولم يُعثر على شيء.
learn-evaluation-part-negative-done = ماذا نفعل حيال ذلك
learn-evaluation-part-negative-who = من بحث
learn-evaluation-part-negative-how = كيف جرى البحث
learn-evaluation-part-rung-motive = لماذا هذه الدرجة
learn-evaluation-part-limits = ما لا يستطيع هذا التقييم قوله

learn-influence-announced = المعلن
learn-influence-effective = ما صار إليه
learn-influence-before = ما شعر به المشاركون قبل البدء
learn-influence-after = ما شعر به المشاركون بعد الجواب
learn-influence-effective-none = لم يُحدَّد بعد
learn-influence-felt = المتوسط { $mean } على مقياس من 1 إلى 5
learn-influence-felt-none = لم يُقَس
learn-influence-gap =
    { $side ->
        [0] صارت الدرجة كما أُعلنت.
        [1] صارت الدرجة أدنى مما أُعلن بمقدار { $steps ->
            [one] درجة واحدة
            [two] درجتين
            [few] { $steps } درجات
           *[other] { $steps } درجة
        }.
       *[other] صارت الدرجة أعلى مما أُعلن بمقدار { $steps ->
            [one] درجة واحدة
            [two] درجتين
            [few] { $steps } درجات
           *[other] { $steps } درجة
        }.
    }
learn-influence-felt-gap = على مقياس من 0 إلى 100 تقع الدرجة المعلنة عند { $announced } وما شعر به المشاركون عند { $felt }. هذان أمران مختلفان: اقرأه إشارةً لا قياساً.
learn-influence-fact-gap = ما شعر به المشاركون يقع عند { $felt } من 100. ومما تقرر أُخذ بـ { $taken } من { $all } ({ $share }).
learn-influence-caveat = هذه الأرقام موضوعة جنباً إلى جنب. لا تقول ما سبب ماذا، وليست علامة تقييم.
learn-decided-title = ما الذي تقرر
learn-decided-dossiers = الملفات
learn-decided-of = { $all }، منها { $open } بلا قرار بعد
learn-decided-bodies = من قرر
learn-decided-deviating = القرارات التي تخالف الرأي المقدَّم
learn-decided-commitments = الوعود
learn-decided-realised = نُفّذ { $realised } من { $all }

learn-asked-none = لم يُسأل المشاركون شيئاً، أو لا شيء يمكن عرضه بعد.
learn-asked-text = عند كل سؤال يظهر عدد من أجابوا ومتوسط إجاباتهم وعدد الموافقين.
learn-asked-question = عن ماذا
learn-asked-when = متى
learn-asked-who = من
learn-asked-many = عدد الإجابات
learn-asked-middle = المتوسط (من 1 إلى 5)
learn-asked-agree = موافق
learn-asked-before = قبل البدء
learn-asked-after = بعد الجواب
learn-asked-later = بعد وقت طويل
learn-asked-later-6 = بعد نصف سنة
learn-asked-later-12 = بعد سنة
learn-asked-later-24 = بعد سنتين
learn-asked-took-part = شارك
learn-asked-outside = لم يشارك
learn-asked-staff = الموظفون
learn-asked-answered = { $many }، وترك { $missing } السؤال دون جواب
learn-asked-mean = { $mean } (بين { $low } و{ $high })
learn-asked-between = بين { $low } و{ $high }
learn-asked-g013 = العوائق
learn-asked-g014 = فهم الموضوع
learn-asked-g015 = الشعور بأن رأيي سُمع
learn-asked-g017 = جودة الحوار
learn-asked-g022 = التأثير كما شعر به المشاركون
learn-asked-g042 = الثقة في البلدية
learn-asked-g043 = القدرة على المشاركة
learn-asked-g044 = البلدية تستمع إلى أشخاص مثلي
learn-asked-g045 = تعلّم شيء
learn-asked-g046 = التواصل مع الآخرين
learn-asked-g047 = الشعور بأنه لي أيضاً
learn-asked-g048 = خيبة الأمل
learn-asked-g049 = كان الأمر محسوماً مسبقاً
learn-asked-g050 = الرغبة في المشاركة مرة أخرى
learn-asked-g053 = الرضا عن الخدمة
learn-asked-g055 = الوقت الخاص
learn-asked-g056 = عمل الموظفين
learn-changes-title = قبل المشروع وبعده لدى الأشخاص أنفسهم
learn-changes-text = هذا هو الفرق لدى من أجابوا مرتين. لا يقول ما الذي غيّره.
learn-changes-pairs = الأشخاص
learn-changes-until = حتى
learn-changes-everybody = من شاركوا ومن لم يشاركوا، معًا
learn-changes-difference = الفرق
learn-changes-between = مدى التأكد

learn-unmeasured-text = لا توجد أرقام لهذا. بجانبه ما يلزم من أجلها.
learn-unmeasured-represent = هل يشبه المشاركون السكان؟
learn-unmeasured-represent-needs = لم يُقَس. المطلوب: صفات يذكرها المشاركون بحرية وعلى حدة، والأرقام نفسها عن السكان.
learn-unmeasured-worst = أي مجموعة غابت أكثر من غيرها؟
learn-unmeasured-worst-needs = لم يُقَس. المطلوب: الأمر نفسه لكل مجموعة لا تقل عن أصغر حجم نعرضه.
learn-unmeasured-drop-out = من انسحب؟
learn-unmeasured-drop-out-needs = لم يُقَس. المطلوب: عدد من بدأوا في كل مرحلة وعدد من بقوا حتى الأخيرة.
learn-characteristic-age = العمر
learn-characteristic-gender = امرأة أو رجل أو غير ذلك
learn-characteristic-area = مكان السكن
learn-characteristic-education = التعليم
learn-characteristic-language = اللغة في البيت
learn-characteristic-housing = الإيجار أو الملك
learn-characteristic-association = العضوية في جمعية
learn-characteristic-harder = من تصعب عليهم المشاركة أكثر
learn-reach-column-group = المجموعة
learn-reach-column-population = السكان
learn-reach-column-began = بدأوا
learn-reach-column-ratio = من حصتهم
learn-reach-column-stayed = في الخطوة الأخيرة
learn-reach-column-dropped = انسحبوا
learn-reach-together = المجموعات الصغيرة معًا
learn-reach-hidden = غير معروض
learn-reach-few = ذكر ذلك أقل من { $most } من المشاركين. لذلك لا نعرض عنه شيئًا.
learn-reach-told = عدد من ذكروا ذلك: { $told }، وعدد من فضّلوا ألا يذكروه: { $unsaid }.
learn-reach-told-only = عدد من ذكروا ذلك: { $told }. ولم يُحصَ عدد من فضّلوا ألا يذكروه.
learn-reach-index = الشبه بالسكان: { $index }. عند 1.00 تتساوى الحصص، وعند 0.00 لا تتشابه أبدًا.
learn-reach-index-stayed = شبه من بقوا حتى الخطوة الأخيرة: { $index }.
learn-reach-under-none = شارك من كل مجموعة نعرضها أربعة أخماس حصتها على الأقل.
learn-reach-under = أقل من أربعة أخماس حصتهم: { $groups }.
learn-reach-worst = الأبعد تحت حصتها: { $group }، بنسبة { $share } منها.
learn-reach-skew = الفرق بين المجموعة التي انسحب منها الأكثر والتي انسحب منها الأقل هو { $points } نقطة مئوية.
learn-reach-sources = مصدر أعداد السكان: { $population }. مصدر أعداد المشاركين: { $source }.
learn-reach-dropped = انسحب { $share }.
learn-reach-caveat = هذا يقول من حضر. ولا يقول هل كان لصوتهم وزن، ولا لماذا غاب الآخرون.
learn-stayed-counts = عدد من بدأوا: { $began }. بقي منهم حتى الخطوة الأخيرة { $stayed }. انسحب { $share }.
learn-stayed-hidden = عدد من بدأوا: { $began }. لا نعرض كم بقي منهم: الأمر يخص عددًا قليلًا جدًا من الناس.
learn-stayed-few = أُحصي من بقي ومن انسحب، لكن العدد أقل من أن نعرضه.
learn-stayed-noted = كتب أحد الموظفين أثناء المشروع أن { $share } انسحبوا. لا توجد أعداد.
learn-stayed-source = المصدر: { $source }.
learn-planned-text = اتفقنا على قياس هذا. لا رقم له في هذا التقييم.
learn-unmeasured-planned = هذا في خطة القياس. لا يوجد رقم.
learn-unmeasured-planned-year = هذا في خطة القياس. لا يوجد رقم لهذا المشروع وحده. انظر ملخص السنة.
learn-unmeasured-planned-figures = هذا في خطة القياس. لا يوجد رقم لهذا المشروع وحده. انظر أرقام البلدية كلها.
learn-count-heading = إحصاءات
learn-count-self-reported = أرقام مُبلَّغ عنها ذاتيًا: أحصاها من أدار المشروع. ولم يتحقق منها أحد غيره.
learn-count-earlier = من شارك مرات من قبل
learn-count-earlier-told = شاركوا مرتين أو أكثر في ثلاث سنوات، أو باسم منظمة: { $part } من { $whole } ممن أجابوا ({ $share }).
learn-count-unorganised = من لا ينتمي إلى أي جمعية
learn-count-unorganised-told = لا ينتمون إلى أي جمعية: { $part } من { $whole } ممن أجابوا ({ $share }).
learn-count-hidden = عدد من أجابوا: { $whole }. لا نعرض بماذا أجابوا: الأمر يخص عددًا قليلًا جدًا من الناس.
learn-count-few = أجاب عن هذا أقل من { $most } من الناس. لذلك لا نعرض عنه شيئًا.
learn-count-unsaid = عدد من فضّلوا ألا يجيبوا: { $unsaid }.
learn-count-unsaid-none = لم يُحصَ عدد من فضّلوا ألا يجيبوا.
learn-count-remedied = أسباب الانسحاب
learn-count-remedied-told = عدد الأسباب التي كان بوسع البلدية معالجتها: { $whole }. عدد ما عولج منها: { $part }.
learn-count-share = أي { $share }.
learn-count-attendance = كم مرة حضر المشاركون
learn-count-attendance-told = عدد المشاركين: { $participants }. مجموع مرات حضورهم: { $all }، والمتوسط لكل مشارك: { $mean }.
learn-count-attendance-hidden = عدد المشاركين: { $participants }. لا نعرض كم مرة حضروا: عدد من حضر أكثر من مرة قليل جدًا.
learn-count-attendance-few = أُحصي أقل من { $most } من المشاركين. لذلك لا نعرض عنهم شيئًا.
learn-count-response = الاستجابة للدعوات
learn-count-response-told = الدعوات المقبولة: { $accepted } من { $delivered } دعوة وصلت ({ $share }).
learn-count-response-hidden = عدد الدعوات التي وصلت: { $delivered }. لا نعرض كم منها قُبل: الأمر يخص عددًا قليلًا جدًا من الناس.
learn-count-response-few = عدد الدعوات التي أُحصيت أقل من أن نعرض عنها شيئًا.
learn-count-response-ends = الأعلى: { $highest } ({ $high })، والأدنى: { $lowest } ({ $low }). الأعلى يساوي الأدنى مضروبًا في { $ratio }.
learn-count-response-shown = قارنّا فقط ما نعرضه.
learn-count-channels = الوصول إلى المشاركين بحسب القناة
learn-count-channels-told = مجموع المشاركين الجدد: { $joined }.
learn-count-channels-few = عدد المشاركين الجدد أقل من { $most }. لذلك لا نعرض كم هم.
learn-count-column-stratum = نوع المكان أو المجموعة
learn-count-column-delivered = وصلت
learn-count-column-accepted = قُبلت
learn-count-column-rate = النسبة
learn-count-column-channel = القناة
learn-count-column-joined = مشاركون جدد
learn-count-column-hours = الساعات
learn-count-column-money = التكلفة
learn-count-column-per-hour = لكل ساعة
learn-count-column-per-hundred = لكل 100 يورو
learn-observed-heading = ما رآه مراقب
learn-observed-sessions = عدد الجلسات التي جرت مراقبتها: { $sessions }.
learn-observed-told = عدد ما حضره منها { $most } أشخاص على الأقل: { $told }. نعرض أرقام هذه وحدها.
learn-observed-quality = الاحترام وذكر الأسباب والإصغاء: المتوسط { $mean } على مقياس من 1 إلى 5.
learn-observed-gini = مدى تفاوت الكلام بين الناس: المتوسط { $gini }، وعدد الجلسات التي أُحصي فيها ذلك: { $compared }. عند 0.00 تكلم الجميع بالقدر نفسه، وقرب 1.00 تكلم شخص واحد وحده تقريبًا.
learn-observed-gini-none = لا نعرض مدى تفاوت الكلام بين الناس: أُحصي لعدد قليل جدًا من الناس.
learn-observed-caveat = هكذا رآه مراقب. وقد يراه غيره بشكل آخر.

learn-carried-text = تبيّن هذه الأرقام سرعة الرد على الناس، وهل فهموا الرد، وما أُخذ به، وما نُفّذ.

learn-means-column-what = ماذا
learn-means-planned = المخطط
learn-means-used = المستعمل
learn-means-percent = المستعمل من المخطط
learn-means-each = لكل وعد نُفّذ
learn-means-unknown = لم يُعَدّ
learn-means-untold = لا يمكن القول
learn-means-hours =
    { $hours ->
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $hours } ساعات
       *[other] { $hours } ساعة
    }
learn-means-municipal-hours = ساعات البلدية
learn-means-municipal-money = أموال البلدية
learn-means-resident-hours = ساعات السكان
learn-means-resident-money = نفقات السكان
learn-means-partner-hours = ساعات الشركاء
learn-means-partner-money = أموال الشركاء
learn-volunteers-given = قدّم متطوعون وقتاً. عدد الساعات: { $hours }. عدد الوعود: { $count }.
learn-volunteers-given-few = عدد الوعود التي قدّم لها عدد قليل من الناس وقتاً، أو التي لم ينتهِ شهرها بعد: { $count }. لا نعرض مقداره.
learn-volunteers =
    { $count ->
        [one] وعد واحد يطلب وقتاً من متطوعين
        [two] وعدان يطلبان وقتاً من متطوعين
       *[other] عدد الوعود التي تطلب وقتاً من متطوعين: { $count }
    }. الوسط بالساعات في الشهر: { $median }. { $above ->
        [zero] لا يطلب أي منها أكثر مما قالوا إنهم يستطيعون.
        [one] واحد منها يطلب أكثر مما قالوا إنهم يستطيعون.
       *[other] عدد التي تطلب أكثر مما قالوا إنهم يستطيعون: { $above }.
    }

learn-heard-nobody = لم يجرِ الحديث مع أحد من أجل هذا التقييم.
learn-heard-other = أشخاص آخرون
learn-heard-sources =
    { $count ->
        [one] مصدر واحد
        [two] مصدران
        [few] { $count } مصادر
        [many] { $count } مصدراً
       *[other] { $count } مصدر
    }
learn-heard-not = من لم يُسمع
learn-heard-one-voice = لم يُسمع السكان أو المنظمات الوسيطة بين السكان والبلدية أو كلاهما. اقرأ النتيجة بحذر.

learn-advice-none = لم تُتّبع نصائح ولم تُترك في التصميم.
learn-advice-heeded =
    { $followed ->
        [one] في التصميم اتُّبعت نصيحة واحدة
       *[other] في التصميم اتُّبعت نصائح عددها { $followed }
    } { $aside ->
        [one] وتُركت نصيحة واحدة
       *[other] وتُركت نصائح عددها { $aside }
    }، كل منها مع سبب.
learn-advice-met =
    { $count ->
        [one] نصيحة واحدة تُركت تحذّر من أثر تبيّن أيضاً أنه ساء. لا يعني ذلك أن أحدهما جاء من الآخر:
       *[other] نصائح تُركت وتحذّر من أثر تبيّن أيضاً أنه ساء، عددها { $count }. لا يعني ذلك أن أحدهما جاء من الآخر:
    }

learn-lesson-next = في المرة القادمة:
learn-lesson-worked-no = لم ينجح
learn-lesson-worked-partly = نجح جزئياً أو مع بعض الناس
learn-lesson-worked-yes = نجح

learn-waiver-public = لن يُقيَّم هذا المشروع. فيما يلي السبب.
learn-waiver-when = قيل ذلك في { $day }.

learn-panel-title = التقييم
learn-panel-read = اقرأ التقييم
learn-panel-waived = لن يُقيَّم هذا المشروع.
learn-panel-why = اقرأ السبب
learn-panel-not-yet = أُغلق هذا المشروع ولم يُقيَّم بعد.
learn-panel-running = لم يُقيَّم هذا المشروع بعد.
learn-panel-evaluate = تقييم

learn-evaluations-standing = التقييم
learn-standing-none = لم يبدأ
learn-standing-draft = قيد الكتابة
learn-standing-finished = منجز
learn-standing-waived = لن يُقيَّم، مع ذكر السبب

learn-compare-title = مشاريع جنباً إلى جنب
learn-compare-lead = ضع مشروعين إلى أربعة مشاريع جنباً إلى جنب، من مشاريعنا أو من بلدية أخرى. لا ترتيب من الأفضل إلى الأسوأ: لكل مشروع ظروفه.
learn-compare-what = ماذا
learn-compare-evaluation = ما الذي دُرس
learn-compare-heard = من سُمع
learn-compare-note = الفرق لا يقول ما سببه. انظر أيضاً إلى من لم يُسمع.
learn-compare-again = اختيار مشاريع أخرى
learn-compare-none = لا توجد مشاريع بعد.
learn-compare-choose = أي مشاريع؟
learn-compare-choose-hint = اختر مشروعين أو ثلاثة أو أربعة.
learn-compare-submit = ضعها جنباً إلى جنب
learn-compare-how-many = اختر من القائمة مشروعين أو ثلاثة أو أربعة.
learn-compare-elsewhere = { $title } ({ $municipality }، مستورد)

learn-year-title = المشاركة في سنة { $year }
learn-year-link = ملخص السنة للمجلس البلدي
learn-year-lead = ماذا فعلت البلدية هذه السنة في مجال المشاركة؟ للمجلس البلدي وللجميع. بجانب كل صورة أرقامها.
learn-year-rungs = كم من التأثير وُعد به
learn-year-rungs-text = كل مشروع بدأ هذه السنة يقف على درجة واحدة، من الاستماع إلى اتخاذ القرار وحدهم.
learn-year-rung = الدرجة
learn-year-processes = المشاريع
learn-year-lowest = الاستماع فقط، حسب الدائرة
learn-year-lowest-text = يُحسب المشروع لكل دائرة عملت فيه.
learn-year-stages = في أي مرحلة مبكرة شارك السكان
learn-year-early = قبل إعداد السياسة:
learn-year-established = كم صار التأثير
learn-year-established-text = الدرجة التي حُدِّدت بعد القرار.
learn-year-informed = إعلام فقط:
learn-year-influence = ما وُعد به وما صار إليه
learn-year-influence-text = من التقييمات التي أُنجزت هذه السنة.
learn-year-influence-lower = أدنى مما أُعلن
learn-year-influence-same = كما أُعلن
learn-year-influence-higher = أعلى مما أُعلن
learn-year-influence-unknown = لم يُحدَّد
learn-year-evaluations = التقييمات
learn-year-evaluated-title = ما الذي قُيّم
learn-year-evaluated = المشاريع المغلقة التي لها تقييم يذكر أيضاً ما ساء: { $share } بلا تقييم لكن مع سبب معلن: { $waived }.
learn-year-balance-text = كل الآثار في كل التقييمات معاً. قد يظهر الأثر الواحد تحت أكثر من عنوان.
learn-year-effects = الآثار
learn-year-concentrated = من كل المصادر التي تقول إن شيئاً ساء، { $of } من { $whole } تتعلق بالآثار الثمانية التي قيل عنها أكثر من غيرها.
learn-year-worse = أين ساء شيء
learn-year-worse-none = لا يقول أي مصدر في تقييمات هذه السنة إن شيئاً ساء.
learn-year-voices = التقييمات التي سُمع فيها السكان والمنظمات الوسيطة معاً:
learn-year-advice = نصائح اتُّبعت: { $followed }. نصائح تُركت مع سبب: { $aside }. منها ما يتعلق بأثر تبيّن أيضاً أنه ساء: { $met }.
learn-year-means-none = لم تُعدّ ساعات ولا أموال في أي تقييم من هذه السنة.
learn-year-means-counted = عُدّ في
learn-year-means-of = { $many } من { $all } من التقييمات
learn-year-indicators = الأرقام عبر السنوات
learn-year-leaning = على ماذا تعتمد
learn-year-secured = مشاريع لها مال لأكثر من سنة
learn-year-carrier = مشاريع تعتمد على شخص واحد (اليوم)
learn-year-learning = ما نتعلمه وما نلتزم به
learn-year-reuse = تصاميم أخذت بدرس سابق
learn-year-rules-met = التزامات نظام المشاركة التي تم الوفاء بها
learn-year-rules-motivated = مخالفات مع سبب معلن
learn-year-share =
    { $of } من { $whole } ({ $share }). { $missing ->
        [0] {""}
       *[other] غير معروف: { $missing }.
    }
learn-year-share-none =
    { $missing ->
        [0] لا شيء.
       *[other] غير معروف: { $missing }.
    }

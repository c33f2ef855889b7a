# ما نعرفه: للجميع.
knowledge-title = ما نعرفه عن المشاركة
knowledge-lead = كتب الباحثون ما يمكن أن تفعله المشاركة: الجيد والأقل جودة. تقرؤه هنا، ومع كل شيء مصدره.
knowledge-english = الكلمات الإنجليزية من صياغتنا ولم يراجعها أحد غيرنا. المصادر بالهولندية.
knowledge-original = المصادر وكلماتها بالهولندية ولم تُترجم: أنت تقرأ النص الأصلي.
knowledge-no-cause = لا شيء هنا يقول إن أمرًا ما سيحدث بالتأكيد. المكتوب هو ما يمكن أن يحدث، وما رآه الباحثون يحدث معًا.
knowledge-more-good = الباحثون أنفسهم يقولون: ما كُتب عمّا سار جيدًا أكثر مما كُتب عمّا لم يسر جيدًا.
knowledge-two-lists = هناك قائمتان للآثار، من نوعين من الأبحاث. نحن لا ندمجهما، حتى حيث تتشابه الأسماء.
knowledge-more = اقرأ المزيد
knowledge-back = ما نعرفه
knowledge-back-rules = كل القواعد
knowledge-own-mark = خاص بنا
knowledge-rules-title = القواعد: متى يمكن أن يحدث ماذا
knowledge-counts = { $all } من القواعد. منها { $computed } ينظر البرنامج نفسه هل تنطبق، و{ $asked } يُسأل عنها، و{ $shown } تُعرض فقط.
knowledge-counts-own = { $count ->
    [one] واحدة منها كتبتها بلديتنا بنفسها.
    [two] اثنتان منها كتبتهما بلديتنا بنفسها.
   *[other] عدد ما كتبته بلديتنا بنفسها منها: { $count }.
}
knowledge-numbers-title = أرقام من الأبحاث
knowledge-gaps-title = ما يتناقض وما ينقص
knowledge-sources-title = المصادر
knowledge-data-title = بيانات مفتوحة
knowledge-regulation-title = نظام المشاركة
knowledge-list-effect = آثار المشاركة في السياسات، من أبحاث عن المشاركة في السياسات.
knowledge-list-value = قيم عامة، من أبحاث عن خدمات يصنعها المواطنون والحكومة معًا.
knowledge-list-further = آثار مذكورة في نص المصادر فقط، لا في جدولها.
knowledge-list-local = آثار أضافتها بلديتنا بنفسها، مع مصدر خاص بها.
knowledge-table-caption = كم قاعدة تقول إن شيئًا ما يمكن أن يسهم في هذا الأثر أو أن يضر به
knowledge-column-effect = الأثر أو القيمة
knowledge-promotes = يمكن أن يسهم
knowledge-harms = يمكن أن يضر
knowledge-mixed = يمكن أن يذهب في الاتجاهين
knowledge-open = المصدر يترك الأمر مفتوحًا
knowledge-alike-title = الاسم نفسه تقريبًا، وليس الشيء نفسه
knowledge-alike-text = هذه الأسماء موجودة في القائمتين. معناها مختلف.
knowledge-advice = ما يمكنك فعله
knowledge-strength = على ماذا يستند
knowledge-strength-review-finding = وُجد في مراجعة منهجية للأبحاث
knowledge-strength-review-advice = نصيحة من مؤلفي مراجعة منهجية للأبحاث
knowledge-strength-review-assumption = افتراض أو مفهوم في مراجعة منهجية للأبحاث، وليس نتيجة
knowledge-strength-exploratory-review = وُجد في مراجعة استكشافية للأبحاث
knowledge-strength-cited-literature = منقول عن أبحاث في رسالة ماجستير
knowledge-strength-case-finding = وُجد في دراسة عن بلديتين
knowledge-strength-statement = قاله أشخاص أُجريت معهم مقابلات
knowledge-strength-slide = مكتوب على شريحة عرض دون شرح آخر
knowledge-strength-local = تجربة بلديتنا نفسها
knowledge-in-list = موجود في القائمة
knowledge-means = ما معناه
knowledge-direction = كيف يذكره المصدر
knowledge-direction-positive = إيجابي
knowledge-direction-negative = سلبي
knowledge-direction-both = إيجابي وسلبي
knowledge-source = المصدر
knowledge-effect-rules = { $count ->
    [zero] لا توجد بعد قاعدة عن هذا الأثر.
    [one] قاعدة واحدة عن هذا الأثر.
    [two] قاعدتان عن هذا الأثر.
    [few] { $count } قواعد عن هذا الأثر.
   *[other] { $count } قاعدة عن هذا الأثر.
}
knowledge-rule-title = القاعدة { $id }
knowledge-own-rule = هذه القاعدة كتبتها بلديتنا بنفسها. وهي ليست نتيجة بحث.
knowledge-when = متى
knowledge-effect = ما يمكن أن يحدث عندئذ
knowledge-asks = ما تفعله القاعدة
knowledge-speaks = أين تناسب في المشروع
knowledge-how-known = كيف يعرف البرنامج هل تنطبق
knowledge-computed = ينظر البرنامج إلى ما تم ملؤه
knowledge-asked = يجيب أحد الموظفين بنعم أو لا
knowledge-shown = لا أحد يستطيع أن يجيب بنعم أو لا: يقرؤها الجميع
knowledge-at-start = عند بدء التصميم
knowledge-at-aims = عند اختيار الأهداف
knowledge-at-recruitment = عند التخطيط لدعوة الناس
knowledge-at-form = عند اختيار الشكل
knowledge-at-roles = عند كتابة الأدوار
knowledge-at-means = عند التخطيط للموارد
knowledge-at-session = بعد لقاء
knowledge-at-assignment = عندما تتولى دائرة الملف
knowledge-at-frame-check = عند فحص الأطر
knowledge-at-evaluation = عند التقييم
knowledge-at-yearly = عند النظرة السنوية إلى التنظيم
knowledge-kind-warning = تحذّر
knowledge-kind-advice = تنصح
knowledge-kind-gate = تطلب جوابًا قبل المتابعة
knowledge-kind-evaluation = تطلب شيئًا للتقييم
knowledge-phase-design = التصميم
knowledge-phase-recruitment = دعوة الناس
knowledge-phase-run = سير المشروع
knowledge-phase-internal = المسار داخل التنظيم
knowledge-phase-decision = القرار والجواب
knowledge-phase-implementation = التنفيذ
knowledge-phase-evaluation = التقييم
knowledge-phase-organisation = التنظيم
knowledge-note = ما اختاره البرنامج حيث يترك المصدر الأمر مفتوحًا
knowledge-beside = الجانب الآخر
knowledge-rules-lead = كل قاعدة تقول: متى، وما يمكن أن يحدث عندئذ، وما يمكنك فعله، وأين هو مكتوب.
knowledge-rules-found-title = القواعد التي وُجدت
knowledge-rules-found = { $count ->
    [zero] لم توجد أي قاعدة. اطلب أشياء أقل في المرة الواحدة.
    [one] وُجدت قاعدة واحدة.
    [two] وُجدت قاعدتان، الصفحة { $at } من { $pages }.
    [few] وُجدت { $count } قواعد، الصفحة { $at } من { $pages }.
   *[other] وُجدت { $count } قاعدة، الصفحة { $at } من { $pages }.
}
knowledge-filter-word = ابحث عن كلمة
knowledge-filter-effect = الأثر أو القيمة
knowledge-filter-phase = أين في المشروع
knowledge-filter-kind = ما تفعله القاعدة
knowledge-filter-source = المصدر
knowledge-filter-way = كيف يعرف البرنامج هل تنطبق
knowledge-filter-submit = ابحث عن قواعد
knowledge-sources-lead = ليست كل المصادر متساوية في قوتها. لذلك نذكر عند كل مصدر نوع الدليل الذي يقدمه.
knowledge-source-kind = نوع الدليل
knowledge-source-mind = انتبه
knowledge-source-key = الرمز
knowledge-source-rules = { $count ->
    [zero] لا توجد قواعد من هذا المصدر
    [one] قاعدة واحدة من هذا المصدر
    [two] قاعدتان من هذا المصدر
    [few] { $count } قواعد من هذا المصدر
   *[other] { $count } قاعدة من هذا المصدر
}
knowledge-evidence-systematic-review = مراجعة منهجية: دراسات تم البحث عنها وفق خطة وُضعت مسبقًا
knowledge-evidence-exploratory-review = مراجعة استكشافية: جاء الاختيار من متابعة القراءة
knowledge-evidence-case-study = دراسة عن بلديتين مع إحدى عشرة مقابلة
knowledge-evidence-slides = شرائح عرض من محاضرة
knowledge-evidence-external = منشور آخر
knowledge-evidence-local = مصدر خاص ببلديتنا
knowledge-strengths-title = على ماذا تستند القواعد
knowledge-strengths-text = هذه أنواع وليست درجات. ترتيبها لا يقول ما هو الأصح.
knowledge-column-rules = القواعد
knowledge-numbers-lead = الرقم الذي يذكره مصدر يظهر مع مكانه فيه. وما ينتج عنه يحسبه البرنامج، مع طريقة الحساب.
knowledge-stated-title = أرقام يذكرها مصدر
knowledge-column-what = ماذا
knowledge-column-number = الرقم
knowledge-alone = لا شيء يؤدي إليه ولا شيء ينتج عنه:
knowledge-derived-title = أرقام تنتج عنها
knowledge-derived-text = لا نقرّب إلا في النهاية، والنصف دائمًا إلى الأعلى.
knowledge-column-formula = كيف ينتج
knowledge-one-of = (واحد من هذه)
knowledge-checks-title = ما يقوله المصدر بجانب ما ينتج عنه
knowledge-checks-text = حيث لا يتفق الاثنان يبقى كلاهما. لا نصحح شيئًا.
knowledge-column-stated = يقول المصدر
knowledge-column-should = ينبغي أن يكون
knowledge-column-derived = ما ينتج
knowledge-column-holds = هل يتفقان؟
knowledge-should-same = الشيء نفسه
knowledge-should-at-most = هذا العدد على الأكثر
knowledge-should-less = أقل من ذلك
knowledge-should-about = قريبًا من ذلك
knowledge-holds-yes = نعم
knowledge-holds-no = لا
knowledge-holds-open = المصدر يقول «تقريبًا»
knowledge-traps-title = أرقام متشابهة
knowledge-gaps-lead = المصادر تتناقض أحيانًا. ومن بعض المصادر ضاع شيء قبل أن تصل إلينا.
knowledge-clashes-title = ما يتناقض
knowledge-clashes-text = الجانبان معروضان معًا. نحن لا نختار من هو على حق.
knowledge-mind = انتبه:
knowledge-lost-title = ما ينقص
knowledge-lost-text = ما ضاع يبقى مفتوحًا. لا نخترع شيئًا مكانه. البلدية التي تعرفه تستطيع إضافته مع مصدر خاص بها.
knowledge-lost-count = الناقص: { $count }
knowledge-lost-where = مكانه في:
knowledge-data-lead = كل ما هو هنا، في جداول. في كل سطر مكانه في المصدر. يمكنك استخدامه.
knowledge-data-all = كل شيء في ملف واحد (JSON)
knowledge-column-table = الجدول
knowledge-column-rows = الأسطر
knowledge-column-file = الملف
knowledge-table-sources = المصادر
knowledge-table-lists = القوائم
knowledge-table-items = ما في القوائم
knowledge-table-correspondences = أسماء في القائمتين
knowledge-table-rules = القواعد
knowledge-table-facts = ما تنظر إليه القواعد
knowledge-table-numbers = الأرقام
knowledge-table-checks = المذكور بجانب المحسوب
knowledge-table-lookalikes = أرقام متشابهة
knowledge-table-respondents = من أُجريت معهم مقابلات
knowledge-table-ladders = السلالم
knowledge-table-rungs = الدرجات
knowledge-table-perspectives = وجهات النظر
knowledge-table-perspective_words = القيم والكفاءات في كل وجهة نظر
knowledge-table-dilemmas = المعضلات
knowledge-table-strategies = الاستراتيجيات
knowledge-table-reviews = مراجعات الأبحاث
knowledge-table-contradictions = ما يتناقض
knowledge-table-lost = ما ينقص
knowledge-table-toetsen = الفحوص

# النظام.
knowledge-regulation-lead = هذه القواعد وضعتها البلدية لنفسها لكل مشروع يمكنك المشاركة فيه.
knowledge-regulation-none = لا يوجد بعد لبلديتنا نظام مشاركة في هذا البرنامج.
knowledge-regulation-version = النسخة { $version }، سارية ابتداءً من { $date }
knowledge-regulation-not-yet = هذه النسخة لم تصبح سارية بعد.
knowledge-regulation-no-longer = هذه النسخة لم تعد سارية. المشاريع التي بدأت في ظلها تبقى مرتبطة بها.
knowledge-regulation-to-holding = إلى ما هو سارٍ الآن
knowledge-regulation-versions = النسخ
knowledge-regulation-first = النسخة الأولى.
knowledge-regulation-reason = لماذا تغيّر هذا
knowledge-regulation-changes = ما الذي تغيّر
knowledge-regulation-counts = من المشاريع التي بدأت في السنة الأخيرة: تم الوفاء بـ { $met } من أصل { $all } من الالتزامات. وما لا يمكن الحكم عليه بعد: { $untold }. عدد المخالفات: { $deviations }، منها مع سبب معلن: { $motivated }.
knowledge-article = المادة { $number }
knowledge-article-added = جديدة
knowledge-article-removed = أُلغيت
knowledge-article-changed = تغيّرت
knowledge-column-article = المادة
knowledge-column-was = كانت
knowledge-column-is = أصبحت
knowledge-outcome-met = تم الوفاء به
knowledge-outcome-not-met = لم يتم الوفاء به
knowledge-outcome-untold = لا يمكن الحكم
knowledge-check-how = هكذا نتحقق من ذلك: { $check }.
knowledge-check-answer-working = { $days ->
    [one] الوعد هو جواب خلال يوم عمل واحد أو أسرع
    [two] الوعد هو جواب خلال يومي عمل أو أسرع
    [few] الوعد هو جواب خلال { $days } أيام عمل أو أسرع
   *[other] الوعد هو جواب خلال { $days } يوم عمل أو أسرع
}
knowledge-check-answer-days = { $days ->
    [one] الوعد هو جواب خلال يوم واحد أو أسرع
    [two] الوعد هو جواب خلال يومين أو أسرع
    [few] الوعد هو جواب خلال { $days } أيام أو أسرع
    [many] الوعد هو جواب خلال { $days } يوماً أو أسرع
   *[other] الوعد هو جواب خلال { $days } يوم أو أسرع
}
knowledge-check-open = { $days ->
    [one] يمكنك المشاركة يوماً واحداً على الأقل
    [two] يمكنك المشاركة يومين على الأقل
    [few] يمكنك المشاركة { $days } أيام على الأقل
    [many] يمكنك المشاركة { $days } يوماً على الأقل
   *[other] يمكنك المشاركة { $days } يوم على الأقل
}
knowledge-check-rung = الدرجة الموعودة هي «{ $rung }» أو أعلى
knowledge-check-screen = يمكنك المشاركة أيضًا دون شاشة
knowledge-check-report = نُشر تقرير التقييم
knowledge-check-asked = يجيب أحد الموظفين بنعم أو لا
knowledge-check-mandate-written = مكتوب من سمح بالمشروع
knowledge-check-decider-written = مكتوب من يقرر
knowledge-check-criteria-written = مكتوبة أسس القرار
knowledge-check-outside-written = مكتوب ما هو خارج المشروع
knowledge-check-decision-date-set = مكتوب يوم القرار
knowledge-check-budget-set = هناك مبلغ ثابت
knowledge-check-policy-linked = ينتمي إلى خطة سياسات
knowledge-check-frames-published = نُشرت الأطر مسبقًا
knowledge-check-not-pursued-written = مكتوب ما ليس هدفًا
knowledge-check-assisted-entry = هناك مساعدة في ملء المعلومات
knowledge-check-selection-account-published = نُشر كيف تم اختيار الناس
knowledge-check-information-pack = هناك حزمة معلومات
knowledge-check-coordinator-named = هناك منسّق
knowledge-check-after-contact-planned = التواصل بعد الانتهاء مخطط له

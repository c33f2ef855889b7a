learn-title = كيف نقوم بعملنا؟
learn-lead = نعدّ ما يسير جيداً وما لا يسير جيداً. بجانب كل رقم يظهر العدد الكلي الذي أُخذ منه، وما الذي لا نعرفه.
learn-back = كل الأرقام
learn-from = من
learn-to = حتى نهاية
learn-by-department = الدائرة
learn-by-area = الحي
learn-by-channel = كيف وصلت
learn-by-process = المشروع
learn-ask = اعرض هذه الأرقام
learn-day-wrong = اكتب يوماً، مثلاً 2026-03-12.
learn-period-turned = اليوم الأول بعد اليوم الأخير. اعكسهما.
learn-period = من { $from } حتى نهاية { $to }.
learn-counted = تم العدّ في { $time }.
learn-never-counted = لم تُعدّ الأرقام بعد. يحدث ذلك تلقائياً كل ساعة.
learn-received =
    { $count ->
        [zero] لم يصل شيء في هذه الفترة.
        [one] وصلت مساهمة واحدة في هذه الفترة.
        [two] وصلت مساهمتان في هذه الفترة.
        [few] وصلت { $count } مساهمات في هذه الفترة.
        [many] وصلت { $count } مساهمة في هذه الفترة.
       *[other] وصلت { $count } مساهمة في هذه الفترة.
    } { $withdrawn ->
        [zero] لم تُسحب أي منها.
        [one] سُحبت واحدة منها ولا تُعدّ بعد ذلك.
        [two] سُحبت اثنتان منها ولا تُعدّان بعد ذلك.
       *[other] سُحب منها { $withdrawn } ولا تُعدّ بعد ذلك.
    }
learn-received-few = وصل في هذه الفترة أقل من { $most } مساهمات.

learn-theme-time = كم يستغرق الأمر؟
learn-theme-answers = هل يحصل من يشارك على جواب؟
learn-theme-still = ما الذي توقّف؟
learn-theme-together = كيف نعمل معاً؟
learn-theme-doing = هل يُنفَّذ فعلاً؟
learn-theme-leaning = على من يعتمد؟

learn-column-figure = الرقم
learn-column-outcome = النتيجة
learn-column-what = ماذا
learn-column-says = هذا
learn-column-many = العدد
learn-column-share = النسبة
learn-column-open = ما زال الآن
learn-column-median = أيام العمل، الوسطى
learn-tone-good = جيد
learn-tone-plain = لا هذا ولا ذاك
learn-tone-bad = غير جيد
learn-tone-unknown = غير معروف

learn-headline-share = { $numerator } من { $denominator } ({ $share })
learn-headline-count = { $numerator } من { $denominator }
learn-headline-none = لا يوجد بعد ما تُحسب منه نسبة.
learn-headline-no-days = لا شيء بعد.
learn-headline-days = النصف { $median ->
    [zero] في اليوم نفسه
    [one] خلال يوم عمل واحد
    [two] خلال يومي عمل
    [few] خلال { $median } أيام عمل
    [many] خلال { $median } يوم عمل
   *[other] خلال { $median } يوم عمل
}، وتسعة من كل عشرة { $nine ->
    [zero] في اليوم نفسه
    [one] خلال يوم عمل واحد
    [two] خلال يومي عمل
    [few] خلال { $nine } أيام عمل
    [many] خلال { $nine } يوم عمل
   *[other] خلال { $nine } يوم عمل
}.
learn-headline-spread = { $count ->
        [one] اختير مرة واحدة.
       *[other] عدد مرات الاختيار: { $count }.
    }
learn-stranded-headline = { $share }. المساهمة الوسطى توقفت { $median ->
    [one] يوم عمل واحداً
    [two] يومي عمل
    [few] { $median } أيام عمل
    [many] { $median } يوم عمل
   *[other] { $median } يوم عمل
}.
learn-means-headline = { $share }. الطلب الأوسط حصل على جواب { $median ->
    [zero] في اليوم نفسه
    [one] خلال يوم عمل واحد
    [two] خلال يومي عمل
    [few] خلال { $median } أيام عمل
    [many] خلال { $median } يوم عمل
   *[other] خلال { $median } يوم عمل
}.
learn-told-nothing = لا شيء في هذه الفترة.
learn-told-few = أقل من { $most }: العدد أصغر من أن يُعرض.
learn-told-few-in-confidence = العدد أصغر من أن يُعرض: أقل من { $most } ردود في ربع سنة كامل.
learn-told-not-split = لا يمكن تقسيم هذا الرقم بهذه الطريقة.
learn-told-not-counted = لم يُعدّ بعد.

learn-no-department = فريق المشاركة
learn-no-area = بلا حي
learn-no-channel = غير معروف
learn-no-process = بلا مشروع
learn-other-place = شيء آخر
learn-quarter = الربع { $number } من { $year }

learn-parts-title = مما يتكوّن
learn-spell-title = لماذا توقّف
learn-spell-column = السبب
learn-level-title = إلى أي مستوى
learn-level-column = المستوى
learn-split-department = حسب الدائرة
learn-split-department-column = الدائرة
learn-split-area = حسب الحي
learn-split-area-column = الحي
learn-split-channel = حسب طريقة الوصول
learn-split-channel-column = كيف وصلت
learn-split-process = حسب المشروع
learn-split-process-column = المشروع
learn-split-quarter = حسب ربع السنة
learn-split-quarter-column = ربع السنة
learn-how-title = كيف نعدّ هذا
learn-how-formula = الحساب
learn-how-source = المصدر
learn-how-unit = ما الذي نعدّه
learn-how-small = المجموعات الصغيرة
learn-how-code = الرمز
learn-small-people = لا نعرض مجموعة أقل من { $most }. لذلك تُخفى أحياناً مجموعة أكبر أيضاً، وإلا أمكن حساب الصغيرة.
learn-small-deeds = هذا عمّا فعلته البلدية. كل حالة علنية أيضاً وحدها. إذا كان العدد أقل من { $most } فلا نحسب نسبة.
learn-read-title = كيف تقرأ هذا
learn-read-causes = الرقم يقول ما حدث، لا ما سبّبه. وهو ليس ترتيباً للدوائر أو للناس.
learn-read-small = لا نعرض مجموعات صغيرة من الناس. ولا يحمل شيء هنا اسماً.
learn-read-confidence = ما رآه أصحاب المساهمات في الجواب قالوه بسرية. نعدّه فقط في أرباع سنة كاملة انتهت، وأبداً لأقل من خمسة أشخاص.
learn-sheet = هذه الأرقام لجدول بيانات (CSV)
learn-answers-link = اقرأ كل الأجوبة
learn-lessons-link = ماذا تعلّمنا من المشاريع
learn-one-sided = في السنة حتى اليوم الأخير اختيرت الطريقة نفسها أكثر من 60 مرة من كل 100: { $strategy }. انظر هل نالت الطرق الأخرى فرصة كافية.
learn-one-sided-perspective = في السنة حتى اليوم الأخير قُدّمت قيم من النوع نفسه أكثر من 60 مرة من كل 100: { $perspective }. انظر هل تضررت القيم الأخرى كثيراً.
learn-lasting-benchmark = للمقارنة: ذكرت مدينة خينك نفسها أن 73 % من مشاريعها وجدت مكاناً في الحي. لم يُعد أحد حساب ذلك، ولم يُعدّ بالطريقة نفسها هنا.

learn-source-journal = سجل كل ملف.
learn-source-departments = ما كتبته الدوائر معه: التشاور والموارد والاعتراضات والآراء والقيم.
learn-source-answers = الأجوبة العلنية وكيف سُلّمت.
learn-source-reactions = ما رآه أصحاب المساهمات في الجواب.
learn-source-commitments = الوعود بعد القرارات.
learn-source-roles = الأدوار التي يحملها الناس يوم العدّ.
learn-unit-contribution = المساهمات. ما يسير معاً يُعدّ لكل صاحب مساهمة.
learn-unit-reaction = أصحاب المساهمات الذين تلقوا جواباً.
learn-unit-dossier = الملفات: مساهمة واحدة، أو حزمة تسير معاً.
learn-unit-request = طلبات الموارد من دائرة.
learn-unit-escalation = المرات التي رُفع فيها سؤال إلى مستوى أعلى.
learn-unit-weighing = المرات التي كُتبت فيها قيم متعارضة.
learn-unit-commitment = الوعود بعد قرار.
learn-unit-process = المشاريع المفتوحة الآن.

learn-response-receipt-name = من القول إلى إشعار الاستلام
learn-response-receipt-what = كم يستغرق حتى تحصل المساهمة على رقم. ما يأتي عند الباب أو على الورق يبقى أحياناً في كومة أولاً.
learn-response-receipt-formula = أيام العمل من يوم القول أو الكتابة إلى يوم الحصول على رقم. يُعدّ في يوم الاستلام.
learn-response-receipt-missing = ما زال ينتظر: { $count }.
learn-response-first-name = من الاستلام إلى أول رسالة ذات مضمون
learn-response-first-what = كم ينتظر المرء أول رسالة عن الموضوع نفسه: سؤال أو فحص الأطر أو رأي أو إحالة أو قرار أو جواب.
learn-response-first-formula = أيام العمل من يوم الاستلام إلى تلك الرسالة. يُعدّ في يوم الاستلام.
learn-response-first-missing = { $count ->
        [one] ما زالت مساهمة واحدة تنتظر. لا تُحسب في هذه الأيام.
       *[other] المساهمات التي ما زالت تنتظر: { $count }. لا تُحسب في هذه الأيام.
    }
learn-response-decision-name = من الاستلام إلى القرار
learn-response-decision-what = كم يستغرق حتى يُتخذ قرار في المساهمة أو تُحال أو تُحفظ.
learn-response-decision-formula = أيام العمل من يوم الاستلام إلى يوم القرار. يُعدّ في يوم الاستلام. بعد مراجعة أو تأجيل يُعدّ القرار الأخير.
learn-response-decision-missing = { $count ->
        [one] لم يُتخذ قرار بعد في مساهمة واحدة. لا تُحسب في هذه الأيام.
       *[other] المساهمات التي لم يُتخذ فيها قرار بعد: { $count }. لا تُحسب في هذه الأيام.
    }
learn-response-feedback-name = من القرار إلى الجواب
learn-response-feedback-what = كم ينتظر صاحب المساهمة بعد القرار جواباً مع الأسباب.
learn-response-feedback-formula = أيام العمل من يوم القرار إلى يوم نشر الجواب. يُعدّ في يوم القرار.
learn-response-feedback-missing = { $count ->
        [one] مساهمة واحدة بلا جواب بعد. لا تُحسب في هذه الأيام.
       *[other] المساهمات التي بلا جواب بعد: { $count }. لا تُحسب في هذه الأيام.
    }
learn-answered-name = أُجيب ووصل الجواب
learn-answered-what = نسبة المساهمات التي قُرّر فيها والتي وصل جوابها إلى صاحبها، أو نُشر إذا لم يرد صاحبها أن يستلم شيئاً.
learn-answered-formula = الأجوبة المسلّمة مقسومة على كل المساهمات التي قُرّر فيها وجوابها موجود أو كان يجب أن يوجد. يُعدّ في يوم القرار.
learn-answered-missing = { $count ->
        [one] ما زالت المهلة جارية لمساهمة واحدة.
       *[other] المساهمات التي ما زالت مهلتها جارية: { $count }.
    }
learn-motivated-name = جواب مع كل الأسباب
learn-motivated-what = نسبة القرارات التي لها جواب فيه كل ما يجب: ماذا فُعل، وما الذي حسم، ولماذا لا إذا كان الجواب لا.
learn-motivated-formula = المساهمات ذات الجواب الكامل مقسومة على كل المساهمات التي قُرّر فيها وجوابها موجود أو كان يجب أن يوجد.
learn-motivated-missing = { $count ->
        [one] ما زالت المهلة جارية لمساهمة واحدة.
       *[other] المساهمات التي ما زالت مهلتها جارية: { $count }.
    }
learn-understood-name = صاحب المساهمة فهم الجواب
learn-understood-what = نسبة من يقولون إنهم فهموا السبب، بين أصحاب المساهمات الذين أجابوا عن ذلك.
learn-understood-formula = من قالوا نعم مقسوماً على كل من قالوا نعم أو لا. يُعدّ في يوم الرد.
learn-understood-missing = { $count ->
        [one] لم يقل واحد شيئاً. ومن لا يقول شيئاً قد لا يكون فهم.
       *[other] لم يقولوا شيئاً: { $count }. ومن لا يقول شيئاً قد لا يكون فهم.
    }
learn-refusal-accepted-name = لا، لكن بإنصاف
learn-refusal-accepted-what = نسبة من يرون أن الأمر جرى بإنصاف مع ذلك، بين من لم يُؤخذ باقتراحهم.
learn-refusal-accepted-formula = من رأوه منصفاً مقسوماً على كل من حصلوا على لا وأجابوا عن ذلك. يُعدّ في يوم الرد.
learn-refusal-accepted-missing = { $count ->
        [one] واحد ممن حصلوا على لا لم يقل شيئاً.
       *[other] ممن حصلوا على لا ولم يقولوا شيئاً: { $count }.
    }
learn-stranded-name = توقّفت يوماً ما
learn-stranded-what = نسبة المساهمات التي وصلت في هذه الفترة وتوقّفت يوماً ما: انتهت المهلة، أو لم يأخذها أحد، أو بقي اعتراض أو اختيار بين القيم مفتوحاً، أو توقّف وعد.
learn-stranded-formula = المساهمات التي توقّفت يوماً ما مقسومة على كل المساهمات. أيام العمل لكل المرات معاً؛ وما هو متوقف الآن يُعدّ حتى اليوم. وإذا مضى وقت طويل بعد القرار دون أي وعد، فذلك يُعدّ أيضاً ولو صدر الوعد لاحقاً. ومن الوعود نفسها يُعدّ فقط ما هو متوقف الآن.
learn-stranded-missing = غير معروف: { $count }.
learn-spanning-name = شاركت عدة دوائر
learn-spanning-what = بين الملفات التي تمس أكثر من دائرة: نسبة الملفات التي فعلت فيها أكثر من دائرة شيئاً.
learn-spanning-formula = الملفات التي ساهمت فيها دائرتان أو أكثر مقسومة على الملفات التي تعني أكثر من دائرة: سُئلت أو سُمع رأيها أو دُعيت إلى تشاور أو طُلبت منها موارد أو كان لها اعتراض أو رأي. الدائرة التي تقول إن الأمر لا يمسها لا تُحسب. يُعدّ في يوم الاستلام.
learn-spanning-missing = { $count ->
    [one] في ملف واحد لم يُسجَّل أنه يمس دوائر أكثر.
   *[other] الملفات التي لم يُسجَّل أنها تمس دوائر أكثر: { $count }.
}
learn-alone-name = قرار اتخذته دائرة وحدها
learn-alone-what = نسبة الملفات المقرَّرة التي تمس أكثر من دائرة أو أكثر من نوع من القيم، وقررت فيها دائرة واحدة وحدها. لا يقول هذا شيئاً عن الأشخاص.
learn-alone-formula = الملفات التي لم تُسمع فيها دائرة أخرى ولم تجلس إلى طاولة ولم تفعل شيئاً، مقسومة على كل الملفات المقرَّرة التي ذُكرت فيها دائرة أخرى أو تعارضت فيها قيم من وجهتي نظر. يُعدّ في يوم القرار، للدائرة التي كان الملف عندها.
learn-alone-missing = غير معروف: { $count }.
learn-owner-name = أخذتها دائرة في الوقت
learn-owner-what = نسبة الملفات التي قبلتها دائرة مختصة ضمن المهلة، حتى لا تبقى على فريق المشاركة وحده.
learn-owner-formula = الملفات المقبولة ضمن المهلة مقسومة على كل الملفات ضمن النطاق. يُعدّ في يوم الاطلاع عليها.
learn-owner-missing = { $count ->
        [one] ما زالت المهلة جارية لملف واحد.
       *[other] الملفات التي ما زالت مهلتها جارية: { $count }.
    }
learn-frames-name = فُحصت الأطر قبل أن يعمل السكان على شيء
learn-frames-what = نسبة الملفات التي فُحص فيها القانون والمال والتطبيق قبل أن يُطلب من صاحب المساهمة أن يبحث أو يعدّ شيئاً.
learn-frames-formula = الملفات التي فُحصت أطرها قبل أول سؤال لصاحبها مقسومة على كل الملفات التي فُحصت أطرها. يُعدّ في يوم الفحص.
learn-frames-missing = غير معروف: { $count }.
learn-means-name = موارد دائرة أخرى
learn-means-what = نسبة طلبات الموارد التي حصلت على نعم، وكم استغرق ذلك.
learn-means-formula = ما مُنح مقسوماً على كل ما طُلب، بما في ذلك ما لا يزال ينتظر وما لم تعد إليه حاجة. يُعدّ في يوم الطلب، للدائرة التي سُئلت.
learn-means-missing = { $count ->
        [one] طلب واحد ما زال ينتظر جواباً.
       *[other] الطلبات التي ما زالت تنتظر جواباً: { $count }.
    }
learn-escalations-name = إلى مستوى أعلى
learn-escalations-what = كم مرة رُفع سؤال إلى مستوى أعلى، ونسبة ما حصل هناك على جواب ضمن المهلة.
learn-escalations-formula = ما أُجيب عنه ضمن المهلة مقسوماً على كل المرات التي كان فيها جواب أو وجب أن يكون. يُعدّ في يوم رفع السؤال.
learn-escalations-missing = { $count ->
        [one] ما زالت المهلة جارية لسؤال واحد.
       *[other] الأسئلة التي ما زالت مهلتها جارية: { $count }.
    }
learn-strategies-name = كيف تختار الدوائر عند تعارض القيم
learn-strategies-what = أي طريق اختارت الدوائر عند تعارض القيم. لا طريق هو الصحيح دائماً.
learn-strategies-formula = كل مرة كُتب فيها اختيار، موزعة على سبع طرق. يُعدّ في يوم الكتابة.
learn-strategies-missing = { $count ->
        [one] مرة واحدة لم يُختر بعد.
       *[other] مرات لم يُختر فيها بعد: { $count }.
    }
learn-perspectives-name = أي القيم قُدّمت
learn-perspectives-what = أي نوع من القيم قدّمته الدوائر عند تعارض القيم، بحسب أربع طرق للنظر إلى الحكومة. لا واحدة منها هي الصحيحة دائماً.
learn-perspectives-formula = كل مرة قدّمت فيها دائرة قيمةً على غيرها، موزعة على وجهات النظر الأربع التي تنتمي إليها تلك القيمة. يُعدّ في يوم الكتابة.
learn-perspectives-missing = { $count ->
        [one] مرة واحدة لم يُكتب فيها أي قيمة قُدّمت.
       *[other] مرات لم يُكتب فيها أي قيمة قُدّمت: { $count }.
    }
learn-uptake-name = أُخذ به
learn-uptake-what = نسبة المساهمات التي أُخذ بها كلياً أو جزئياً، بين كل ما قُرّر فيه.
learn-uptake-formula = ما أُخذ به كلياً وجزئياً مقسوماً على كل المساهمات التي قُرّر فيها. يُعدّ في يوم القرار.
learn-uptake-missing = غير معروف: { $count }.
learn-considered-name = نُظر فيه بشكل مثبت
learn-considered-what = نسبة المساهمات التي أُخذ بها أو رُفضت بسبب كامل، بين كل ما قُرّر فيه.
learn-considered-formula = ما يُنفَّذ أو يُجرَّب، مع ما رُفض بسبب كامل، مقسوماً على كل المساهمات التي قُرّر فيها. المؤجل والمحال والمحفوظ لا يُعدّ منظوراً فيه.
learn-considered-missing = غير معروف: { $count }.
learn-realised-name = إنه موجود
learn-realised-what = بين كل ما تقرر وكان يجب أن يوجد الآن: نسبة ما رآه فعلاً صاحب مساهمة أو مدير الحي.
learn-realised-formula = الملفات المنفذة مقسومة على كل الملفات المأخوذ بها التي انتهت أو تأخرت أو بلا خطة بعد المهلة. يُعدّ في يوم القرار.
learn-realised-missing = { $count ->
        [one] تاريخ ملف واحد لم يحن بعد.
       *[other] الملفات التي لم يحن تاريخها بعد: { $count }.
    }
learn-lasting-name = ما زال يعمل
learn-lasting-what = بين كل ما نُفّذ: نسبة ما زال بعد المدة المتفق عليها يعمل ويُستخدم وله من يرعاه وله مكان ثابت.
learn-lasting-formula = الوعود التي تجتاز الأسئلة الأربعة مقسومة على كل ما هو موجود وفُحص أو كان يجب أن يُفحص. يُعدّ في يوم التأكيد.
learn-lasting-missing = { $count ->
        [one] وعد واحد لا يلزم فحصه بعد.
       *[other] الوعود التي لا يلزم فحصها بعد: { $count }.
    }
learn-changed-name = صار غير ما وُعد به
learn-changed-what = نسبة الوعود التي تغيّرت في الطريق.
learn-changed-formula = الوعود المتغيرة مقسومة على كل الوعود. كل وعد يُعدّ عنصراً واحداً من الاقتراح. يُعدّ في يوم الوعد.
learn-changed-missing = غير معروف: { $count }.
learn-change-told-name = شُرح التغيير
learn-change-told-what = نسبة التغييرات التي سمع فيها أصحاب المساهمات ما الذي يتغير ولماذا.
learn-change-told-formula = الوعود المتغيرة التي تلقى بعدها كل صاحب مساهمة جواباً مقسومة على كل الوعود المتغيرة. يُعدّ في يوم الوعد.
learn-change-told-missing = { $count ->
        [one] وعد واحد لم يتغير.
       *[other] الوعود التي لم تتغير: { $count }.
    }
learn-intermediary-name = الاعتماد على منظمة واحدة
learn-intermediary-what = من كل المساهمات التي جاءت عبر منظمة: نسبة ما جاء عبر منظمة واحدة بعينها.
learn-intermediary-formula = المساهمات عبر المنظمة التي جلبت أكثرها، مقسومة على كل المساهمات التي جاءت عبر منظمة. في أرباع سنة كاملة انتهت. المنظمات التي جلبت القليل في ربع سنة تُجمع معًا.
learn-intermediary-missing = { $count ->
    [zero] لم تأت أي مساهمة من دون منظمة.
    [one] مساهمة واحدة لم تأت عبر منظمة.
    [two] مساهمتان لم تأتيا عبر منظمة.
    [few] { $count } مساهمات لم تأت عبر منظمة.
    [many] { $count } مساهمة لم تأت عبر منظمة.
   *[other] { $count } مساهمة لم تأت عبر منظمة.
}
learn-harder-name = الاعتماد على منظمة واحدة لمن تصعب عليهم المشاركة
learn-harder-what = من الناس الذين تلقوا مساعدة وقالوا بأنفسهم إن المشاركة أصعب عليهم: نسبة من ساعدتهم منظمة واحدة بعينها.
learn-harder-formula = من قالوا ذلك عند المنظمة التي ساعدت أكثرهم، مقسومًا على كل من قالوا ذلك عند منظمة أو عند البلدية. قيل ذلك طوعًا، منفصلًا عن أي مساهمة، وكُتب كعدد مجموعة فقط. من لم يتلق مساعدة لا يُحسب.
learn-harder-missing = { $count ->
    [zero] لم يمتنع أحد عن القول.
    [one] شخص واحد تلقى مساعدة فضّل ألا يقول.
    [two] شخصان تلقيا مساعدة فضّلا ألا يقولا.
    [few] { $count } أشخاص تلقوا مساعدة فضّلوا ألا يقولوا.
    [many] { $count } شخصًا تلقوا مساعدة فضّلوا ألا يقولوا.
   *[other] { $count } شخص تلقوا مساعدة فضّلوا ألا يقولوا.
}
learn-carrier-name = الاعتماد على شخص واحد
learn-carrier-what = نسبة المشاريع المفتوحة التي يحملها اليوم شخص واحد بلا من ينوب عنه.
learn-carrier-formula = المشاريع المفتوحة التي لا يقودها أحد أو يقودها شخص واحد، مع النواب، مقسومة على كل المشاريع المفتوحة. كما هي الآن، أياً كانت الفترة المختارة.
learn-carrier-missing = غير معروف: { $count }.
learn-council-name = علم المجلس
learn-council-what = نسبة المشاريع التي أُطلع عليها المجلس قبل أن يكون هناك رأي.
learn-council-formula = المشاريع التي أُطلع المجلس عليها في يوم يسبق أول رأي مقسومة على كل المشاريع التي فيها رأي. تُحسب في يوم ذلك الرأي.
learn-council-missing = { $count } غير معروف.
learn-politicians-name = حضور السياسيين
learn-politicians-what = في كم موعد من مواعيد الخطة حضر سياسيون. الحضور في ذاته ليس جيداً ولا سيئاً.
learn-politicians-formula = المواعيد التي حضرها سياسي واحد على الأقل مقسومة على كل المواعيد التي سُجّل فيها ذلك.
learn-politicians-missing = لم يُسجَّل شيء عن { $count } من المواعيد.

learn-part-response-reached = تم
learn-part-response-waiting = ما زال ينتظر
learn-part-answered-delivered = سُلّم الجواب
learn-part-answered-underway = الجواب علني، والتسليم لم يُؤكد بعد
learn-part-answered-failed = لم يصل الجواب
learn-part-answered-late = متأخر، بلا جواب بعد
learn-part-answered-in-term = المهلة جارية
learn-part-motivated-whole = ذُكرت كل الأسباب
learn-part-motivated-partly = جواب بلا كل الأسباب
learn-part-motivated-late = متأخر، بلا جواب بعد
learn-part-motivated-in-term = المهلة جارية
learn-part-understood-yes = فهم الجواب
learn-part-understood-no = لم يفهم الجواب
learn-part-understood-silent = لم يقل شيئاً
learn-part-accepted-yes = رأى أن الأمر جرى بإنصاف
learn-part-accepted-no = رأى أن الأمر لم يجر بإنصاف
learn-part-accepted-silent = لم يقل شيئاً
learn-part-still-never = لم تتوقف قط
learn-part-still-ever = توقفت يوماً ما
learn-part-spanning-several = شاركت عدة دوائر
learn-part-spanning-one = دائرة واحدة فقط فعلت شيئاً
learn-part-spanning-untold = لم يُسجَّل أنه يمس دوائر أكثر
learn-part-alone-together = شاركت دائرة أخرى أو سُمع رأيها
learn-part-alone-alone = دائرة واحدة وحدها
learn-part-owner-in-term = قُبل في الوقت
learn-part-owner-without = قُرّر بلا دائرة مختصة
learn-part-owner-late = قُبل متأخراً
learn-part-owner-nobody = لم يقبله أحد في الوقت
learn-part-owner-open = المهلة جارية
learn-part-frames-before = قبل أن يعمل السكان على شيء
learn-part-frames-after = بعد أن طُلب من صاحبها البحث
learn-part-means-granted = مُنح
learn-part-means-refused = رُفض
learn-part-means-dropped = لم يعد مطلوباً
learn-part-means-waiting = ينتظر جواباً
learn-part-escalation-in-term = أُجيب في الوقت
learn-part-escalation-higher = رُفع إلى أعلى
learn-part-escalation-late = أُجيب متأخراً
learn-part-escalation-overdue = متأخر، بلا جواب بعد
learn-part-escalation-open = المهلة جارية
learn-part-strategy-unchosen = لم يُختر بعد
learn-part-prioritised-lawful = القواعد والقانون (حكومة قانونية)
learn-part-prioritised-performing = النتائج (حكومة إنجاز)
learn-part-prioritised-networking = العمل معاً (حكومة شبكية)
learn-part-prioritised-responsive = مساحة للسكان (حكومة مستجيبة)
learn-part-prioritised-untold = لم يُكتب أيّها
learn-part-considered-taken-up = يُنفَّذ أو يُجرَّب
learn-part-considered-refused-with-motive = رُفض بسبب كامل
learn-part-considered-refused-without-motive = رُفض بلا سبب بعد
learn-part-considered-elsewhere = أُجّل أو أُحيل أو حُفظ
learn-part-realised-realised = شوهد وأُكد
learn-part-realised-late = مضى التاريخ ولم يكتمل
learn-part-realised-unplanned = بلا خطة بعد المهلة
learn-part-realised-ahead = لم يحن التاريخ بعد
learn-part-lasting-lasting = يعمل ويُستخدم وله من يرعاه وله مكان
learn-part-lasting-not-lasting = فُحص، وليس كل شيء صحيحاً
learn-part-lasting-unchecked = لم يُفحص مع أن الوقت حان
learn-part-lasting-ahead = لم يحن وقت الفحص
learn-part-changed-same = بقي كما وُعد
learn-part-changed-told = تغيّر وشُرح
learn-part-changed-untold = تغيّر ولم يُشرح للجميع بعد
learn-part-carrier-shared = شخصان أو أكثر
learn-part-carrier-alone = شخص واحد
learn-part-carrier-nobody = لا أحد
learn-part-through-largest = عبر المنظمة التي جلبت أكثرها
learn-part-through-other = عبر منظمات أخرى
learn-part-through-direct = ليس عبر منظمة
learn-part-harder-largest = ساعدته المنظمة التي ساعدت أكثر
learn-part-harder-other = ساعده آخرون
learn-part-harder-silent = فضّل ألا يقول
learn-through-title = عبر من
learn-through-column = المنظمة
learn-through-others = منظمات أخرى معًا، كل منها أصغر من أن تُذكر
learn-through-own = البلدية نفسها
learn-through-gone = منظمة لم تعد هنا
learn-source-contributions = المنظمة التي جاءت عبرها كل مساهمة.
learn-source-groups = ما عدّته المنظمات التي ساعدت الناس، في مجموعات فقط.
learn-small-largest = الجهة التي شارك الشخص عبرها تقول شيئًا عنه. نعدّ هذا فقط في أرباع سنة كاملة انتهت، وأبدًا لأقل من خمسة أشخاص. ولا نذكر وحدها منظمة جلبت القليل.
learn-steering-name = هل ساعدوا أم وجّهوا
learn-steering-what = ما رآه من حضروا موعداً مع سياسيين: هل ساعد، أم وجّه، أم لم يغيّر شيئاً.
learn-steering-formula = الحاضرون الذين قالوا إنه ساعد مقسومين على كل الحاضرين الذين قالوا شيئاً. فقط أرباع السنة الكاملة المنتهية، ولا يُعرض أبداً عن عدد قليل من الناس.
learn-steering-missing = { $count } غير معروف.
learn-unit-moment = مواعيد من خطة مشروع.
learn-unit-participant = أشخاص حضروا موعداً كهذا وقالوا شيئاً. بلا أسماء.
learn-part-council-before = أُطلع قبل أول رأي
learn-part-council-after = أُطلع لاحقاً فقط
learn-part-council-none = لم يُطلَع
learn-part-presence-with = مع سياسيين
learn-part-presence-without = بلا سياسيين
learn-part-presence-unrecorded = غير مسجَّل
learn-part-steering-helpful = ساعد
learn-part-steering-neither = لم يغيّر شيئاً
learn-part-steering-steering = وجّه

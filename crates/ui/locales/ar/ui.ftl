### ما يظهر في كل صفحة.

ui-skip = إلى المحتوى
ui-languages = اللغة
ui-navigation = القائمة الرئيسية
ui-signed-in = مسجَّل الدخول باسم { $name }
ui-sign-out = تسجيل الخروج
ui-unreviewed = تُرجمت هذه الصفحة آليًا ولم يراجع أحد الترجمة. النص الهولندي هو المعتمد.
ui-translated = ترجمة آلية لم تُراجَع. كُتب النص في الأصل بلغة أخرى.
ui-original-language = هذا النص غير متوفر بلغتك. أنت تقرأ النص الأصلي.
ui-none = لا يوجد
ui-percent = { $share }٪

ui-desk-title = هل تفضّل الاتصال أو الحضور أو الكتابة على الورق؟
ui-desk-text = كل ما يمكنك فعله هنا يمكنك فعله أيضًا دون شاشة. يسرّنا أن نساعدك.
ui-desk-phone = اتصل بنا
ui-desk-address = زُرنا أو أرسل رسالة
ui-desk-hours = أوقات الاستقبال
ui-desk-mail = راسلنا بالبريد الإلكتروني

ui-footer-privacy = بياناتك
ui-footer-accessibility = سهولة الوصول
ui-footer-source = الشيفرة المصدرية
ui-footer-made = صُنع ببرنامج Meemaak { $version }، وهو برنامج حر برخصة EUPL-1.2.

ui-pages = صفحات القائمة
ui-pages-previous = السابق
ui-pages-next = التالي
ui-rows = جدول: { $count ->
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرًا
   *[other] { $count } سطر
}

ui-step-past = تمّ:
ui-step-present = الآن:
ui-step-future = لم يحدث بعد:
ui-step-still = متوقف
ui-step-position = الخطوة { $at } من { $all }:

ui-rung-1 = الاستماع
ui-rung-2 = الاستشارة
ui-rung-3 = العمل معًا
ui-rung-4 = المشاركة في القرار
ui-rung-5 = القرار لكم وحدكم

ui-optional = (اختياري)
ui-select-none = اختر…
ui-yes = نعم
ui-no = لا
ui-save = حفظ
ui-cancel = إلغاء
ui-back = رجوع
ui-summary-title = { $count ->
    [one] هناك أمر واحد يحتاج إلى تصحيح
    [two] هناك أمران يحتاجان إلى تصحيح
    [few] هناك { $count } أمور تحتاج إلى تصحيح
   *[other] هناك { $count } أمرًا يحتاج إلى تصحيح
}

ui-missing = املأ هذا الحقل.
ui-too-long = عدد أحرف هذا النص { $length }، والحد الأقصى { $most }. اختصر النص.
ui-not-a-date = اكتب يومًا موجودًا في التقويم، مثل 2026-03-12.
ui-choose = اختر أحد الخيارات.
ui-not-a-mail-address = اكتب عنوان بريد إلكتروني مثل name@example.org.
ui-amount = اكتب مبلغًا مثل 1250 أو 1250.50.
ui-number = اكتب عددًا صحيحًا، مثل 10.
ui-theme-too-faint = تصعب قراءة { $front } على { $behind }: التباين { $contrast } والمطلوب { $needed }. اجعل أحد اللونين أغمق أو الآخر أفتح.

ui-date = { $day } { $month } { $year }
ui-date-time = { $date } الساعة { $clock }
ui-month-1 = يناير
ui-month-2 = فبراير
ui-month-3 = مارس
ui-month-4 = أبريل
ui-month-5 = مايو
ui-month-6 = يونيو
ui-month-7 = يوليو
ui-month-8 = أغسطس
ui-month-9 = سبتمبر
ui-month-10 = أكتوبر
ui-month-11 = نوفمبر
ui-month-12 = ديسمبر

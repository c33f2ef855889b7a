# الفحوص والنظام مع الاتفاقات، للجميع.
design-standing-public-regulation = ما يطلبه نظام المشاركة
design-standing-public-bound = هذه الاتفاقات مرتبطة بالنظام الذي كان ساريًا عند نشرها:
design-standing-counts = تم الوفاء بـ { $met } من أصل { $all } من الالتزامات. وما لم يكن الحكم عليه ممكنًا بعد: { $untold }.
design-standing-public-no-deviations = هذا المشروع لا يخالف النظام في أي نقطة.
design-standing-public-deviations = أين يخالف هذا المشروع النظام، ولماذا
design-standing-public-why = السبب:
design-standing-public-toets = الفحص:
design-standing-public-draft = فحص مشروع القرار:
design-standing-verdict-in-order = على ما يرام
design-standing-verdict-not-yet = ليس على ما يرام بعد
design-standing-verdict-does-not-apply = لا ينطبق

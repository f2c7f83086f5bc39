# The words of tables in Arabic. What is not here is English.

note-not-for-release = ليس للإصدار: الأعداد الصغيرة قد تدل على أشخاص بعينهم.
note-small = الخانات التي فيها العلامة ! تعدّ أشخاصاً أقل مما يجوز نشره.
note-zero = الصفر فعلي: لم يُعدّ أحد هناك.
note-decided = ذُكر هنا عدد صغير بقرار من المكتب.
note-telling = تسعة أعشار صف أو عمود، أو أكثر، تقع في خانة واحدة ({ $cells }): من يعرف أن شخصاً ما معدود في ذلك الصف أو العمود يعرف عنه هذا أيضاً.
note-would-show = بقرار من المكتب تُذكر أعداد غير مذكورة هنا: { $cells }.
note-would-lower = بقرار من المكتب لا يكون صغيرًا هنا إلا ما قلّ عن { $threshold }.
note-ever = الحماية هنا هي أقوى شكل مُنح في أي وقت، وليست ما هو قائم اليوم: هذا يُحصى في جدول مستقل.
note-scope = لم تُعدّ إلا الملفات الموجودة في قاعدة البيانات هذه.
note-consent = من كل الأشخاص في قاعدة البيانات: لم يُسألوا قط هل يجوز عدّهم، وهم معدودون: { $never }؛ رفضوا أو سحبوا موافقتهم، وليسوا في أي جدول: { $out }.
note-handed-over = أشخاص سُلّمت ملفاتهم إلى مكتب آخر يتولى عدّهم: { $count }؛ وليسوا في أي جدول هنا.

figure-bars = أشرطة، شريط لكل عدد في الجدول.
figure-stacked = أشرطة، شريط لكل سطر في الجدول، وأجزاء السطر متتابعة فيه.
figure-lines = خطوط عبر الزمن تمر بأعداد الجدول؛ وينقطع الخط حيث لا يوجد عدد.
figure-withheld = مكان كل عدد غير مذكور مستطيل مظلّل بخطوط، حجمه واحد دائماً، ومعه رمزه في الجدول.
figure-band = غير مذكور؛ خارج المقياس
figure-sums = لا يُرسم هنا إلا المجاميع؛ ومكوّناتها في الجدول.
figures-sums = كل قيمة تليها قيم تزيد عليها بعلامة · واحدة هي مجموع تلك القيم.
figures-other = غير ذلك

figures-unit = وحدة العدّ: { $unit }
figures-population = المجموع الكلي: { $count } ({ $unit })
figures-all-years = كل السنوات
figures-unknown = القيم غير المعروفة: { $all }
figures-no-unknown = القيم غير المعروفة: لا شيء
figures-period = السنوات: { $period }
figures-as-of = المعلومات كما هي في: { $day }
figures-number = الإصدار: { $number }، الحد الأدنى: { $threshold }
figures-notes = كيف يُقرأ الجدول
figures-sheet = الجدول
figures-all = الكل
figures-method = الأعداد المذكورة مطابقة للواقع.
figures-method-withheld = لكل عدد لم يُذكر لأنه صغير فُحصت جداول كاملة تتفق مع كل ما هو مطبوع: جداول يكون فيها أصغر ما يقوله رمزه، وجداول يكون فيها أكبر ما يقوله رمزه.
figures-method-compared = { $compared ->
    [0] لم يصدر جدول من قبل.
   *[other] قورن بالجداول التي صدرت من قبل، وعددها: { $compared }.
}

marker-rounded = كل عدد مقرّب وحده إلى أقرب مضاعف للخمسة، فقد لا تتطابق المجاميع؛ و0 يعني من 0 إلى 2.
marker-small = من 1 إلى { $most }
marker-complementary = { $least } أو أكثر؛ لم يُذكر كي لا يمكن حساب عدد أصغر منه
marker-line = أي عدد، بما في ذلك الصفر: الصف أو العمود كله غير مذكور

column-value = العدد؛ فارغ حيث لم يُذكر
column-shown = العدد أو رمزه

rate-heading = { $name }: { $formula }
rate-among = من بين:
rate-of = ({ $unit }: { $numerator } من { $denominator })
decimal-point = ,
rate-exactly = { $per }%
rate-under = أقل من { $per }%
rate-between = من { $least } إلى { $most }%
rate-untold = غير مذكور
rate-untold-merged = غير مذكور: قيم مما فوق الخط أو تحته محسوبة مع غيرها كقيمة واحدة

time-weeks = { $count ->
    [zero] { $count } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعاً
   *[other] { $count } أسبوع
}
time-months = { $count ->
    [zero] { $count } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهراً
   *[other] { $count } شهر
}
time-untold = غير مذكور: الأشخاص أو الملفات أقل مما يكفي، أو العدد قريب جداً من عدد آخر

stats-title = إحصاء: { $unit }
stats-title-by = إحصاء: { $unit }؛ حسب: { $by }
stats-total = المجموع
stats-none-so-far = لم تُمنح حماية حتى الآن
stats-none-now = لا حماية قائمة الآن
stats-trial = تجربة: لم يصدر.
stats-releasable = يجوز إصدار هذا الجدول كما هو. لم يصدر شيء بعد: يُصدره `nansen stats release` دون `--dry-run`.
stats-inside = الأعداد الفعلية، لصاحب قاعدة البيانات وحده: لا يجوز إصدار هذا الجدول كما هو.
stats-proved = { $witnesses ->
    [0] لم تكن هناك حاجة إلى ترك أي عدد دون ذكر
   *[other] ثبت ذلك بجداول كاملة، عددها: { $witnesses }
}؛ وقورن بالإصدارات السابقة، وعددها: { $compared }{ $scope ->
    [pairwise] ، بكل إصدار منها على حدة فقط
    [alone] ؛ والأشخاص فيه من القلة ومن تكرار العدّ بحيث قد يحول هذا الجدول دون إصدارات لاحقة
   *[other] {""}
}. الحد الأدنى: { $threshold }.
stats-proposed = لم يصدر شيء. الجدول في انتظار عضو آخر، رقمه { $number }: nansen stats release --approve { $number } --because "..."
stats-released = صدر الجدول وحُفظ ذلك؛ إلى: { $to }؛ رقم الإصدار: { $number }.

code-application-state-pending = لم يُفصل فيه بعد
code-application-state-granted = مقبول
code-application-state-refused = مرفوض
code-application-state-closed = مغلق
code-application-state-ended = أُنهي وضع الحماية بقرار من السلطة

code-case-open = مفتوح
code-case-closed = مغلق

code-dimension-protection = الحماية
code-dimension-protection-now = الحماية الآن
code-dimension-outcome = نتيجة القرار
code-dimension-kind = نوع الطلب
code-dimension-origin = البلد الأصلي
code-dimension-jurisdiction = قانون الدولة
code-dimension-sex = الجنس
code-dimension-age-band = العمر
code-dimension-year = السنة
code-dimension-quarter = ربع السنة
code-dimension-office = المكتب
code-dimension-basis = السبب
code-dimension-instance = مرحلة النظر
code-dimension-state = الحالة
code-dimension-period = الفترة
code-dimension-region = المنطقة
code-dimension-result = النتيجة
code-dimension-final = نهائية القرار
code-final-yes = نهائي
code-final-no = غير نهائي
code-final-unknown = غير مسجل
code-dimension-order = ترتيب الطلب
code-dimension-expires = انتهاء المدة
code-dimension-decision = القرار
code-dimension-line = أسطر قائمة ملفات

code-unit-persons = أشخاص
code-unit-cases = ملفات
code-unit-applications = طلبات
code-unit-decisions = قرارات

code-instance-first-instance = الدرجة الأولى
code-instance-administrative-review = اعتراض إداري
code-instance-appeal = طعن أمام المحكمة
code-instance-further-appeal = طعن أمام محكمة أعلى
code-instance-constitutional = شكوى دستورية
code-instance-international = شكوى إلى هيئة دولية

code-result-recognised = اعتراف بصفة اللاجئ
code-result-complementary = شكل آخر من الحماية
code-result-rejected = رفض
code-result-closed = إغلاق دون قرار في الموضوع
code-result-pending = لم يُفصل فيه بعد
code-result-other = قرارات أخرى
code-result-none = لا يوجد طلب

code-expires-unlimited = دون تاريخ انتهاء
code-expires-none = لا شيء قائم

code-rate-positive-of-decided = نسبة منح الحماية من كل ما فُصل فيه
code-rate-refugee-recognition = معدل الاعتراف باللاجئين (مفوضية اللاجئين، Refugee Recognition Rate)
code-rate-total-protection = معدل الحماية الإجمالي (مفوضية اللاجئين، Total Protection Rate)
code-rate-allowed-of-decided = نسبة الطعون المقبولة

code-quantile-lower = لدى الربع، المدة لا تتجاوز:
code-quantile-median = لدى النصف، المدة لا تتجاوز:
code-quantile-upper = لدى ثلاثة أرباع، المدة لا تتجاوز:
code-quantile-ninetieth = لدى تسعة من كل عشرة، المدة لا تتجاوز:

code-time-days-to-decision = من تقديم الطلب إلى القرار الأول

# The words of tables in Arabic. What is not here is English.

note-not-for-release = ليس للإصدار: الأعداد الصغيرة قد تدل على أشخاص بعينهم.
note-small = الخانات التي فيها العلامة ! تعدّ أشخاصاً أقل مما يجوز نشره.
note-zero = الصفر فعلي: لم يُعدّ أحد هناك.
note-decided = ذُكر هنا عدد صغير بقرار من المكتب.
note-telling = تسعة أعشار صف أو عمود، أو أكثر، تقع في خانة واحدة ({ $cells }): من يعرف أن شخصاً ما معدود في ذلك الصف أو العمود يعرف عنه هذا أيضاً.
note-would-show = بقرار من المكتب تُذكر أعداد غير مذكورة هنا: { $cells }.
note-would-lower = بقرار من المكتب لا يكون صغيرًا هنا إلا ما قلّ عن { $threshold }.
note-ever = الحماية هنا هي أقوى شكل مُنح في أي وقت، وليست ما هو قائم اليوم: هذا يُحصى في جدول مستقل.
note-humanitarian = تحت POS_HUM، أي الإقامة لأسباب إنسانية، يُحصى أيضاً اللجوء المؤقت.
note-condition = ما لم يُسجَّل فيه ما يطلبه شرط (ومنه السنوات) لا يُحسب هنا في أي عدد؛ ولا يُنشر عدد هذه الحالات (x).
note-fields = لا يُحسب من الحقول الخاصة بالمكتب إلا ما سُجِّل لأيام حتى { $day }.
note-years = { $unit ->
    [decisions] تُحسب السنة وربع السنة بحسب يوم القرار.
    [applications] تُحسب السنة وربع السنة بحسب يوم تقديم الطلب.
   *[other] تُحسب السنة وربع السنة بحسب يوم أول طلب.
}
note-kind = نوع الطلب هو ما طُلب، وليس ما مُنح.
note-scope = لم تُعدّ إلا الملفات الموجودة في قاعدة البيانات هذه.
note-consent = من كل الأشخاص في قاعدة البيانات: لم يُسألوا قط هل يجوز عدّهم، وهم معدودون: { $never }؛ رفضوا أو سحبوا موافقتهم، وليسوا في أي جدول: { $out }.
note-consent-most = أكثر من نصف الأشخاص في قاعدة البيانات لم يُسألوا قط هل يجوز عدّهم، وهم معدودون؛ رفضوا أو سحبوا موافقتهم، وليسوا في أي جدول: { $out }.
note-consent-fewer = نصف الأشخاص في قاعدة البيانات أو أقل لم يُسألوا قط هل يجوز عدّهم، وهم معدودون؛ رفضوا أو سحبوا موافقتهم، وليسوا في أي جدول: { $out }.
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
figures-period = { $unit ->
    [decisions] سنوات القرارات: { $period }
    [applications] سنوات تقديم الطلبات: { $period }
   *[other] سنوات أول طلب: { $period }
}
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
figures-column-level = value: قيمة؛ group: مجموع قيم أو مجموعات أصغر؛ total: المجموع الكلي. من يجمع الأعداد يأخذ أسطر value وحدها
figures-column-of = المجموعة التي تقع فيها قيمة هذا السطر أو مجموعته؛ total حيث لا تقع في أي مجموعة
figures-column-coo-iso = بلد الأصل بثلاثة أحرف (ISO 3166-1)
figures-column-coa-iso = بلد اللجوء بثلاثة أحرف (ISO 3166-1)
figures-column-procedure-type = جهة الإجراء: G للدولة، U للمفوضية
figures-column-dec-level = NA: طلب جديد؛ RA: طلب متكرر
figures-column-dec-pc = P: أشخاص
figures-column-app-type = N: طلب جديد؛ R: طلب متكرر
figures-column-app-pc = P: أشخاص
figures-column-freq = A: سنوي
figures-column-unit = PER: أشخاص
figures-column-citizen = الجنسية بحرفين
figures-column-sex = T: الجميع
figures-column-applicant = FRST: من يطلب لأول مرة
figures-column-age = TOTAL: الجميع
figures-column-geo = بلد اللجوء بحرفين
figures-column-time = السنة

rate-heading = { $name }: { $formula }
rate-heading-of = { $name } ({ $dimension }): { $formula }
rate-among = من بين:
rate-of = ({ $unit }: { $numerator } من { $denominator })
rate-of-rounded = ({ $unit }: { $numerator } من { $denominator }، كل عدد مقرّب إلى أقرب مضاعف للخمسة)
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
time-untold = غير مذكور
time-untold-of = { $quantile } غير مذكور
time-untold-why = غير مذكور: الأشخاص أو الملفات أقل مما يكفي، أو العدد قريب جداً من عدد آخر.
time-of-decided = { $whom } (الطلبات التي صدر فيها قرار: { $count })

stats-title = إحصاء: { $unit }
stats-title-by = إحصاء: { $unit }؛ حسب: { $by }
stats-total = المجموع
stats-crossed = { $down } ↓ { $across } ←
stats-none-so-far = لم تُمنح حماية حتى الآن
stats-none-now = لا حماية قائمة الآن
stats-field-none = لا شيء مسجَّل
stats-trial = تجربة: لم يصدر.
stats-releasable = يجوز إصدار هذا الجدول كما هو. لم يصدر شيء بعد: يُصدره `nansen stats release` دون `--dry-run`.
stats-inside = الأعداد الفعلية، لصاحب قاعدة البيانات وحده: لا يجوز إصدار هذا الجدول كما هو.
stats-proved = { $witnesses ->
    [rounded] كل عدد مقرّب
    [lines] ما يدل على جميع من في سطر واحد لم يُذكر
    [others] كل عدد لم يُذكر هو { $threshold } أو أكثر
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

code-time-days-to-decision = من تقديم الطلب إلى القرار الأول، في الطلبات التي صدر فيها قرار وحدها (والتاريخان معروفان)

# القوائم والمُهَل والملفات في صفحة للآخرين (`export html --in`).

page-as-written = ما تقوله قواعد القانون مكتوب بالإنجليزية كما هو في سجل القواعد، وما كتبه الناس مكتوب بكلماتهم هم.
list-title = الملفات
list-count = { $count ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفاً
   *[other] { $count } ملف
}
list-closed-left-out = { $count ->
    [zero] لم يُترك ملف مغلق
    [one] تُرك ملف مغلق واحد
    [two] تُرك ملفان مغلقان
    [few] تُركت { $count } ملفات مغلقة
    [many] تُرك { $count } ملفاً مغلقاً
   *[other] تُرك { $count } ملف مغلق
}
column-case = الملف
column-callsign = الاسم الرمزي
column-application = الطلب
column-origin = من أين
column-law = قانون الدولة
column-worker = يتابع الملف
column-office = المكتب
column-opened = تاريخ الفتح
column-last-event = آخر تسجيل
column-next-due = المهلة القادمة
column-risk = الخطر
column-people = عدد الأشخاص
column-person = لمن
column-files = من يقدّم
column-due = آخر يوم
column-hour = الساعة
column-days-left = الأيام الباقية
column-rule = القاعدة
column-citation = المادة
column-actor = من عليه القيام بالإجراء
column-safe = التاريخ الآمن
column-last-arguable = آخر يوم يمكن الدفاع عنه
column-rule-status = هل النص معروف
column-provisional = قد يتغير
column-id = الرقم
code-files-we = نحن
code-files-they = الشخص نفسه
code-rule-status-verified = قُرئت في نص القانون
code-rule-status-partly-verified = قُرئت جزئياً
code-rule-status-remembered = من الذاكرة
code-rule-status-not-in-force = غير نافذة
code-measure-removal = ترحيل
code-measure-detention = احتجاز
plan-head = ما يجب فعله عند الخطر:
day-today = اليوم
day-tomorrow = غداً
day-in = { $count ->
    [zero] اليوم
    [one] بعد يوم واحد
    [two] بعد يومين
    [few] بعد { $count } أيام
    [many] بعد { $count } يوماً
   *[other] بعد { $count } يوم
}
due-title = المُهَل حتى { $day } · { $whose } · { $reach }
due-mine = الملفات التي يتابعها { $worker } والملفات التي لا يتابعها أحد
due-everyones = كل الملفات
due-nobodys-only = الملفات التي لا يتابعها أحد
due-within = { $count ->
    [zero] ما انقضى
    [one] ما انقضى واليوم التالي
    [two] ما انقضى واليومان التاليان
    [few] ما انقضى والأيام الـ{ $count } التالية
    [many] ما انقضى والـ{ $count } يوماً التالية
   *[other] ما انقضى والـ{ $count } يوم التالية
}
due-overdue-only = ما انقضى فقط
due-stands-in = مع ملفات { $member }، الغائب حتى { $until }.
due-disappeared = مختفون ({ $count })
due-tasks = الخطوات التالية ({ $count })
due-measure = { $what } { $since }
due-ahead = في { $day }، { $left }
due-ahead-about = قادم: { $day }
due-left = لم يُذكر هنا: { $parts }.
due-left-nothing = ذُكر كل شيء.
due-left-colleagues = في ملفات الزملاء: { $count }
due-left-later = في وقت لاحق: { $count }
due-left-authority = على السلطة أو محكمة أو دولة الالتزام بها: { $count }
due-left-applicant = مهلنا: { $count }
due-left-closed = في ملفات مغلقة: { $count }
due-left-told = أُبلغ بها الشخص ويقدّم بنفسه: { $count }
due-left-lapsed = انقضت قبل وصول الملف إلينا: { $count }
due-left-filtered = لا تطابق الشروط: { $count }

import ir.hamedan.esup.signing.api.Paper;
import ir.hamedan.esup.signing.api.Paper.Column;
import ir.hamedan.esup.signing.api.Paper.Line;
import ir.hamedan.esup.signing.api.Paper.Section;
import ir.hamedan.esup.signing.api.Paper.Table;
import java.util.ArrayList;
import java.util.List;

/** As much on the paper as a clean answer has: two owners, three parties, one building certificate, sixteen checks. */
final class AnswerPaper {
    private AnswerPaper() {}

    static Paper make() {
        List<List<String>> checks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            checks.add(List.of("عوارض نوسازی", "بی‌مانع", "عوارض نوسازی تا امروز پرداخت شده است.", "۱۴۰۵/۰۹/۰۳"));
        }
        return new Paper(
                "پاسخ استعلام نقل و انتقال",
                "نقل و انتقال ملک با کد نوسازی ۱-۵-۶۷-۱۵-۰-۰-۰ از نظر شهرداری همدان در تاریخ ۱۴۰۵/۰۹/۰۳ بی‌مانع است.",
                List.of(
                        Section.of(
                                "استعلام",
                                List.of(
                                        Line.code("شمارهٔ استعلام", "1405-0000003"),
                                        Line.text("تاریخ پاسخ", "۱۴۰۵/۰۹/۰۳"),
                                        Line.text("اعتبار تا", "۱۴۰۵/۱۰/۰۳"),
                                        Line.text("مهلت تقدم تا", "۱۴۰۵/۰۹/۱۳"),
                                        Line.text("دفترخانه", "دفتر اسناد رسمی ۱۲ همدان (نمونه)"),
                                        Line.text("نامهٔ دفترخانه", "شمارهٔ ۱۴۰۵/۱۷ به تاریخ ۱۴۰۵/۰۹/۰۳"),
                                        Line.text("نوع سند", "بیع"))),
                        Section.of(
                                "ملک",
                                List.of(
                                        Line.code("کد نوسازی", "1-5-67-15-0-0-0"),
                                        Line.code("پلاک ثبتی", "2206/111710"),
                                        Line.text("بخش ثبتی", "۲"),
                                        Line.code("کد پستی", "6548904845"),
                                        Line.text("نشانی", "همدان، محله حصار، کوچه نسترن ۳۸، پلاک ۱۹"),
                                        Line.text("کاربری", "مسکونی"),
                                        Line.text("نوع سند مالکیت", "سند تک‌برگ"),
                                        Line.text("مساحت عرصه", "۴۰۲٫۴۷ متر مربع"),
                                        Line.text("مساحت اعیان", "۴۸۲ متر مربع"))),
                        Section.of("مالکان", table(List.of("نام", "شناسه", "سهم", "از تاریخ"), List.of(
                                List.of("آرمان تهرانی نیا", "7405202462", "سه دانگ", "۱۴۰۱/۰۹/۰۳"),
                                List.of("زهرا همدانی نیا", "7405202837", "سه دانگ", "۱۴۰۱/۰۹/۰۳")))),
                        Section.of("طرفین و سهم‌ها", table(List.of("طرف", "نام", "شناسه", "سهم"), List.of(
                                List.of("انتقال‌دهنده", "آرمان تهرانی نیا", "7405202462", "سه دانگ"),
                                List.of("انتقال‌دهنده", "زهرا همدانی نیا", "7405202837", "سه دانگ"),
                                List.of("انتقال‌گیرنده", "نیما نوری", "7401003716", "شش دانگ")))),
                        Section.of(
                                "پروانه‌ها و گواهی‌های ساختمان",
                                table(List.of("نوع", "شماره", "تاریخ"), List.of(List.of("پایان کار", "۱۴۰۰/۲۸۴۹۰", "۱۴۰۰/۱۲/۱۴")))),
                        Section.of("بررسی‌ها", table(List.of("بررسی", "نتیجه", "شرح", "داده تا"), checks))),
                List.of(
                        "مبنا: تبصرهٔ ۸ ماده ۱۰۰ قانون شهرداری، قانون نوسازی و عمران شهری و قانون تسهیل تنظیم اسناد در دفاتر اسناد رسمی.",
                        "این پاسخ تا پایان روز ۱۴۰۵/۱۰/۰۳ اعتبار دارد و بدهی‌ها تا تاریخ پاسخ در آن بررسی شده است."));
    }

    private static Table table(List<String> titles, List<List<String>> rows) {
        return new Table(titles.stream().map(Column::text).toList(), rows);
    }
}

package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.Paper;
import ir.hamedan.esup.signing.api.Paper.Column;
import ir.hamedan.esup.signing.api.Paper.Line;
import ir.hamedan.esup.signing.api.Paper.Section;
import ir.hamedan.esup.signing.api.Paper.Table;
import ir.hamedan.esup.signing.api.Signer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Requests and papers as the modules write them. */
final class Papers {
    static final Instant NOW = Instant.parse("2026-11-24T05:33:10Z");
    static final LocalDate A_MONTH_ON = LocalDate.of(2026, 12, 24);

    private Papers() {}

    /** A clean parcel: the usual answer to a notary. */
    static CertificateRequest clearance(String reference) {
        return request(reference, Signer.office(), transfer(1));
    }

    static CertificateRequest request(String reference, Signer signer, Paper paper) {
        return new CertificateRequest(
                reference,
                CertificateKind.TRANSFER_CLEARANCE,
                1,
                "1-5-67-15-0-0-0",
                A_MONTH_ON,
                answer(),
                paper,
                signer);
    }

    static JsonObject answer() {
        return Json.createObjectBuilder()
                .add("parcel", "1-5-67-15-0-0-0")
                .add("deal", "SALE")
                .add("verdict", "CLEAR")
                .add(
                        "owners",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", "پروانه ژاله‌گچکار")
                                        .add("share", "3/6")))
                .add("paidUntil", 1405)
                .build();
    }

    /** The transfer answer with so many owners. */
    static Paper transfer(int owners) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < owners; i++) {
            rows.add(List.of("پروانه ژاله‌گچکار", "7401003716", "۳ دانگ از ۶ دانگ", "انتقال‌دهنده"));
            rows.add(List.of("کیان یوسفی همدانی", "7404654661", "۳ دانگ از ۶ دانگ", "انتقال‌گیرنده"));
        }
        return new Paper(
                "پاسخ استعلام نقل و انتقال",
                "نقل و انتقال ملک با کد نوسازی \u2066۱-۵-۶۷-۱۵\u2069 از نظر شهرداری همدان بی‌مانع است.",
                List.of(
                        Section.of(
                                "ملک",
                                List.of(
                                        Line.code("کد نوسازی", "1-5-67-15-0-0-0"),
                                        Line.code("پلاک ثبتی", "2345/17"),
                                        Line.code("کد پستی", "6516738695"),
                                        Line.text("کاربری", "مسکونی"),
                                        Line.text("مساحت عرصه", "۲۴۸٫۵ مترمربع"),
                                        Line.text("مساحت اعیان", "۱۸۰ مترمربع"),
                                        Line.text("نشانی", "همدان، خیابان بوعلی، کوچهٔ گلچین، پلاک ۱۲"))),
                        Section.of(
                                "استعلام",
                                List.of(
                                        Line.text("دفترخانه", "دفتر اسناد رسمی ۱۲ همدان"),
                                        Line.text("نوع معامله", "بیع"),
                                        Line.code("شمارهٔ نامه", "۱۴۰۵/۱۲/۷۷۳"),
                                        Line.text("تاریخ نامه", "۱۴۰۵/۰۹/۰۳"))),
                        Section.of(
                                "طرف‌های معامله",
                                new Table(
                                        List.of(
                                                Column.text("نام"),
                                                Column.code("شناسه"),
                                                Column.text("سهم"),
                                                Column.text("سمت")),
                                        rows)),
                        Section.of(
                                "بررسی‌ها",
                                new Table(
                                        List.of(
                                                Column.text("موضوع"),
                                                Column.text("نتیجه"),
                                                Column.text("تا تاریخ"),
                                                Column.amount("مبلغ پرداخت‌شده")),
                                        List.of(
                                                List.of(
                                                        "عوارض نوسازی سال‌های ۱۴۰۱ تا ۱۴۰۵",
                                                        "پرداخت شده",
                                                        "۱۴۰۵/۰۹/۰۳",
                                                        "۱۲٬۳۴۵٬۶۷۸ ریال"),
                                                List.of(
                                                        "بهای خدمات پسماند",
                                                        "پرداخت شده",
                                                        "۱۴۰۵/۰۹/۰۳",
                                                        "۹۸۰٬۰۰۰ ریال"),
                                                List.of("بازداشت و قفل ملک", "ندارد", "۱۴۰۵/۰۹/۰۳", "–"),
                                                List.of("پروندهٔ باز مادهٔ ۱۰۰", "ندارد", "۱۴۰۵/۰۹/۰۳", "–"),
                                                List.of("طرح تعریض گذر", "خارج از طرح", "۱۴۰۵/۰۹/۰۳", "–"))))),
                List.of(
                        "این پاسخ تا پایان روز ۱۴۰۵/۱۰/۰۳ و تنها برای همین معامله معتبر است و با ثبت استعلام تازه برای همین ملک بی‌اعتبار می‌شود.",
                        "در این مدت ملک برای همین معامله نگه داشته شده است؛ بدهی‌ای که پس از صدور ایجاد شود بر عهدهٔ انتقال‌دهنده است."));
    }

    /** A draft as the bean makes it, for tests of the paper alone. */
    static Draft draft(Paper paper) {
        CertificateNumber number = CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, 4711);
        Secret secret = new Secret("7KX2M9QRT4VWB3CD");
        String url = "https://esup.hamedan.ir/v/" + number + "/" + secret.text();
        return new Draft(
                number,
                secret,
                4711,
                NOW,
                A_MONTH_ON,
                paper,
                CanonicalJson.text(answer()),
                url,
                url + "#" + "x".repeat(280),
                "مهر الکترونیک شهرداری همدان",
                true);
    }
}

package ir.hamedan.esup.demoprovider;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pages, as text: they say at the top that no money moves. */
final class Page {
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="fa" dir="rtl">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="stylesheet" href="%2$s/provider.css">
            </head>
            <body>
            <header><p>درگاه پرداخت آزمایشی</p></header>
            <main>
            <p class="notice"><strong>این صفحه شبیه‌سازی است.</strong> هیچ پولی جابه‌جا نمی‌شود و هیچ شمارهٔ کارتی پرسیده نمی‌شود.</p>
            <h1>%1$s</h1>
            %3$s
            </main>
            </body>
            </html>
            """;

    private static final String PAY = """
            <dl>
            <dt>مبلغ</dt><dd class="amount">%1$s ریال</dd>
            <dt>بابت</dt><dd>%2$s</dd>
            <dt>کد پیگیری درگاه</dt><dd><bdi dir="ltr">%3$s</bdi></dd>
            </dl>
            <form method="post">
            <p class="buttons">
            <button type="submit" name="action" value="pay" class="main">پرداخت آزمایشی</button>
            <button type="submit" name="action" value="cancel">انصراف و بازگشت</button>
            </p>
            <details>
            <summary>برای آزمایش خطاها</summary>
            <fieldset>
            <legend>پس از دکمهٔ پرداخت چه رخ دهد؟</legend>
            %4$s
            </fieldset>
            <p><button type="submit" name="action" value="expire">مهلت پرداخت تمام شود</button></p>
            </details>
            </form>
            """;

    private Page() {}

    static String pay(Session session, String root) {
        String modes = Arrays.stream(Session.Mode.values())
                .map(mode -> "<p><label><input type=\"radio\" name=\"mode\" value=\"%s\"%s> %s</label></p>"
                        .formatted(mode, mode == Session.Mode.NORMAL ? " checked" : "", mode.label()))
                .collect(Collectors.joining("\n"));
        String body = PAY.formatted(amount(session.amount()), escaped(session.description()), session.token(), modes);
        return FRAME.formatted("پرداخت", root, body);
    }

    static String over(Session session, String root) {
        return switch (session.state()) {
            case PAID, VERIFIED ->
                FRAME.formatted(
                        "پرداخت انجام شد",
                        root,
                        "<p>این پرداخت آزمایشی انجام شده است. می‌توانید این صفحه را ببندید.</p>" + wayBack(session));
            case IN_BANK, FAILED ->
                FRAME.formatted(
                        "پرداخت انجام نشد",
                        root,
                        "<p>مهلت این پرداخت تمام یا از آن انصراف داده شده است.</p>" + wayBack(session));
            case REVERSED ->
                FRAME.formatted(
                        "پول بازگردانده شد",
                        root,
                        "<p>پول این پرداخت آزمایشی به کارت بازگشته است.</p>" + wayBack(session));
        };
    }

    static String unknown(String root) {
        return FRAME.formatted("پرداختی با این نشانی نیست", root, "<p>پرداخت را دوباره از سایت پذیرنده آغاز کنید.</p>");
    }

    private static String wayBack(Session session) {
        return "<p><a href=\"%s\">بازگشت به سایت پذیرنده</a></p>"
                .formatted(escaped(Provider.way(session).toString()));
    }

    private static String amount(long rial) {
        String text = String.format(Locale.ROOT, "%,d", rial).replace(',', '\u066C');
        StringBuilder persian = new StringBuilder();
        text.chars().forEach(c -> persian.appendCodePoint(c >= '0' && c <= '9' ? c - '0' + 0x06F0 : c));
        return persian.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package ir.hamedan.esup.citizen;

import ir.hamedan.esup.ledger.api.Payment;
import ir.hamedan.esup.ledger.api.Payments;
import ir.hamedan.esup.signing.api.Verification;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the public portal that carry their subject in the path. */
final class Addresses {
    private static final int LONGEST = 200;

    private Addresses() {}

    /** The parts of the path after the servlet's own; none when it is too long. */
    private static String[] parts(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.length() > LONGEST
                ? new String[0]
                : path.substring(1).split("/", -1);
    }

    /** {@code /v/<number>/<secret>}, the address in every QR code, and {@code .../pdf}, the original. */
    @WebServlet("/v/*")
    public static class Certificate extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Inject
        transient Verification verification;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            String[] parts = parts(request);
            if (parts.length == 2) {
                request.setAttribute(CertificatePage.NUMBER, parts[0]);
                request.setAttribute(CertificatePage.SECRET, parts[1]);
                request.getRequestDispatcher("/WEB-INF/views/certificate.xhtml").forward(request, response);
            } else if (parts.length < 2) {
                // The paper prints /v beside number and secret; what is missing is typed there.
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", verify(parts.length == 0 ? "" : parts[0]));
            } else if (parts.length == 3 && parts[2].equals("pdf")) {
                send(parts[0], verification.original(parts[0], parts[1]), response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }

        static String verify(String number) {
            return number.isEmpty() ? "/verify" : "/verify?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        }

        private static void send(String number, byte[] pdf, HttpServletResponse response) throws IOException {
            response.setContentType("application/pdf");
            response.setContentLength(pdf.length);
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"" + number.replaceAll("[^0-9]", "") + ".pdf\"");
            response.getOutputStream().write(pdf);
        }
    }

    /** {@code /receipt/<payment>}. */
    @WebServlet("/receipt/*")
    public static class Receipt extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            String[] parts = parts(request);
            if (parts.length == 1) {
                request.setAttribute(ReceiptPage.ID, parts[0]);
                request.getRequestDispatcher("/WEB-INF/views/receipt.xhtml").forward(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    /** Where the provider sends the payer back to. Whatever it says is asked of the provider again by the ledger. */
    @WebServlet("/pay/return")
    public static class Return extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Inject
        transient Payments payments;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String token = request.getParameter("Authority");
            Payment payment =
                    payments.returned(token == null ? "" : token, "OK".equals(request.getParameter("Status")));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/receipt/" + payment.id());
        }
    }
}

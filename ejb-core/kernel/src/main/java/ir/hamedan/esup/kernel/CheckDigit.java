package ir.hamedan.esup.kernel;

/** The check digit of bill and payment ids: weights 2 to 7 repeating from the right, modulo 11. */
final class CheckDigit {
    private CheckDigit() {}

    static int of(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (2 + i % 6);
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }
}

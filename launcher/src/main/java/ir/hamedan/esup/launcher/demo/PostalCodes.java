package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.PostalCode;

/** Postal codes of the right shape that begin with 65, each given once; no postman knows them. */
final class PostalCodes {
    private static final String THIRD = "13456789";
    private static final String FIFTH = "1346789";
    private static final String LAST = "013456789";

    private int given;

    String next(int region, int subDistrict) {
        int count = given++;
        StringBuilder text = new StringBuilder("65")
                .append(THIRD.charAt(region % THIRD.length()))
                .append(THIRD.charAt(subDistrict % THIRD.length()))
                .append(FIFTH.charAt(count % FIFTH.length()));
        int rest = count / FIFTH.length();
        StringBuilder last = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            last.append(LAST.charAt(rest % LAST.length()));
            rest /= LAST.length();
        }
        return new PostalCode(text.append(last.reverse()).toString()).text();
    }
}

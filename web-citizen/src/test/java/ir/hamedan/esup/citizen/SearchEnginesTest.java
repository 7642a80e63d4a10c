package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SearchEnginesTest {
    @Test
    void certificates_bills_and_receipts_are_nothing_for_search_engines() {
        String robots = SearchEngines.robots("https://esup.hamedan.ir");
        assertTrue(robots.contains("Disallow: /v/\n") && robots.contains("Disallow: /receipt/\n"));
        assertTrue(robots.contains("Disallow: /report\n") && robots.contains("Disallow: /follow\n"));
        assertTrue(robots.contains("Sitemap: https://esup.hamedan.ir/sitemap.xml\n"));
        String sitemap = SearchEngines.sitemap("https://esup.hamedan.ir");
        assertTrue(sitemap.contains("<loc>https://esup.hamedan.ir/help/pay</loc>"));
        assertFalse(sitemap.contains("/receipt"));
    }
}

package ir.hamedan.esup.signing.internal;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What makes the PDF an archival document, PDF/A-3 level U (ISO 19005-3): metadata, colours, the attached answer. */
final class Archive {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String XMP = read();
    private static final String PRODUCER = "esup";
    private static final String AUTHOR = "شهرداری همدان";

    private Archive() {}

    static void prepare(PDDocument document, Draft draft) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("fa-IR");
        catalog.setMarkInfo(null);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        preferences.setReadingDirection(PDViewerPreferences.READING_DIRECTION.R2L);
        catalog.setViewerPreferences(preferences);
        describe(document, draft);
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(SRGB));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
        attach(document, draft);
    }

    private static void describe(PDDocument document, Draft draft) throws IOException {
        String title = title(draft);
        Calendar issued = GregorianCalendar.from(draft.issuedAt().atZone(ZoneOffset.UTC));
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setAuthor(AUTHOR);
        information.setProducer(PRODUCER);
        information.setCreationDate(issued);
        information.setModificationDate(issued);
        document.setDocumentInformation(information);
        String time = draft.issuedAt().atOffset(ZoneOffset.UTC).toString();
        Map<String, String> places =
                Map.of("${title}", xml(title), "${author}", AUTHOR, "${time}", time, "${producer}", PRODUCER);
        String xmp = XMP;
        for (var place : places.entrySet()) {
            xmp = xmp.replace(place.getKey(), place.getValue());
        }
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static String title(Draft draft) {
        return draft.paper().title() + " " + draft.number().text();
    }

    private static void attach(PDDocument document, Draft draft) throws IOException {
        byte[] content = draft.document().getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(content.length);
        Calendar issued = GregorianCalendar.from(draft.issuedAt().atZone(ZoneOffset.UTC));
        file.setCreationDate(issued);
        file.setModDate(issued);
        String name = draft.number() + ".json";
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription("The certified answer as canonical JSON (RFC 8785)");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName("AFRelationship", "Source");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, specification));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        catalog.getCOSObject().setItem("AF", associated);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String read() {
        try (InputStream in = Archive.class.getResourceAsStream("/ir/hamedan/esup/signing/certificate.xmp")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

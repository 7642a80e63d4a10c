package ir.hamedan.esup.rulebooks.internal.table;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements of a DMN 1.4 document with one decision, which is a table, and its drawing. */
final class DmnWriter {
    private static final String DMN = "https://www.omg.org/spec/DMN/20211108/MODEL/";
    private static final String DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final String DC = "http://www.omg.org/spec/DMN/20180521/DC/";
    private static final String DI = "http://www.omg.org/spec/DMN/20180521/DI/";
    private static final List<String> INPUTS =
            List.of("zone:string", "use:string", "plotArea:number", "streetWidth:number");

    private final XMLStreamWriter xml;
    private final List<String> inputNames = new ArrayList<>();
    private int rules;

    DmnWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** A string literal of FEEL: whatever a code contains, it stays a literal. */
    static String text(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c < 0x20 || Character.isSurrogate(c) ? '\uFFFD' : c);
        }
        return out.append('"').toString();
    }

    void begin(String name, String code) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("definitions");
        xml.writeDefaultNamespace(DMN);
        xml.writeNamespace("dmndi", DMNDI);
        xml.writeNamespace("dc", DC);
        xml.writeNamespace("di", DI);
        xml.writeAttribute("id", "book");
        xml.writeAttribute("name", name);
        xml.writeAttribute("namespace", "https://hamedan.ir/rulebooks/" + code.replaceAll("[^A-Za-z0-9_-]", "_"));
        for (String input : INPUTS) {
            String[] named = input.split(":");
            inputNames.add(named[0]);
            xml.writeStartElement("inputData");
            xml.writeAttribute("id", "input_" + named[0]);
            xml.writeAttribute("name", named[0]);
            xml.writeEmptyElement("variable");
            xml.writeAttribute("name", named[0]);
            xml.writeAttribute("typeRef", named[1]);
            xml.writeEndElement();
        }
    }

    void beginTable(String hitPolicy) throws XMLStreamException {
        xml.writeStartElement("decision");
        xml.writeAttribute("id", "decision_row");
        xml.writeAttribute("name", "rule");
        xml.writeEmptyElement("variable");
        xml.writeAttribute("name", "rule");
        for (String input : inputNames) {
            xml.writeStartElement("informationRequirement");
            xml.writeAttribute("id", "needs_" + input);
            xml.writeEmptyElement("requiredInput");
            xml.writeAttribute("href", "#input_" + input);
            xml.writeEndElement();
        }
        xml.writeStartElement("decisionTable");
        xml.writeAttribute("id", "table");
        xml.writeAttribute("hitPolicy", hitPolicy);
    }

    void input(String name, String type, String values) throws XMLStreamException {
        xml.writeStartElement("input");
        xml.writeAttribute("id", "column_" + name);
        xml.writeAttribute("label", name);
        xml.writeStartElement("inputExpression");
        xml.writeAttribute("typeRef", type);
        element("text", name);
        xml.writeEndElement();
        xml.writeStartElement("inputValues");
        element("text", values);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    void output(String name, String type) throws XMLStreamException {
        xml.writeEmptyElement("output");
        xml.writeAttribute("id", "output_" + name);
        xml.writeAttribute("name", name);
        xml.writeAttribute("typeRef", type);
    }

    void annotation(String name) throws XMLStreamException {
        xml.writeEmptyElement("annotation");
        xml.writeAttribute("name", name);
    }

    void rule(List<String> conditions, List<String> outputs, String annotation) throws XMLStreamException {
        xml.writeStartElement("rule");
        xml.writeAttribute("id", "rule_" + ++rules);
        for (String condition : conditions) {
            entry("inputEntry", condition);
        }
        for (String output : outputs) {
            entry("outputEntry", output);
        }
        entry("annotationEntry", annotation);
        xml.writeEndElement();
    }

    private void entry(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        element("text", content);
        xml.writeEndElement();
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    void endTable() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** The drawing: the decision, and its inputs in a line below it. */
    void end() throws XMLStreamException {
        xml.writeStartElement("dmndi", "DMNDI", DMNDI);
        xml.writeStartElement("dmndi", "DMNDiagram", DMNDI);
        shape("decision_row", 330, 60);
        for (int i = 0; i < inputNames.size(); i++) {
            shape("input_" + inputNames.get(i), 60 + 180 * i, 260);
        }
        for (int i = 0; i < inputNames.size(); i++) {
            xml.writeStartElement("dmndi", "DMNEdge", DMNDI);
            xml.writeAttribute("dmnElementRef", "needs_" + inputNames.get(i));
            waypoint(130 + 180 * i, 260);
            waypoint(400, 120);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void shape(String element, int x, int y) throws XMLStreamException {
        xml.writeStartElement("dmndi", "DMNShape", DMNDI);
        xml.writeAttribute("dmnElementRef", element);
        xml.writeEmptyElement("dc", "Bounds", DC);
        xml.writeAttribute("x", Integer.toString(x));
        xml.writeAttribute("y", Integer.toString(y));
        xml.writeAttribute("width", "140");
        xml.writeAttribute("height", "60");
        xml.writeEndElement();
    }

    private void waypoint(int x, int y) throws XMLStreamException {
        xml.writeEmptyElement("di", "waypoint", DI);
        xml.writeAttribute("x", Integer.toString(x));
        xml.writeAttribute("y", Integer.toString(y));
    }
}

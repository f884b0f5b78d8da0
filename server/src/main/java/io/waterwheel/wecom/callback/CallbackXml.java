package io.waterwheel.wecom.callback;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/// Reads WeCom's flat XML: one level of elements below the root. Documents that bring definitions of their own are
/// refused.
final class CallbackXml {

    private CallbackXml() {}

    static Map<String, String> read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Node root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            Map<String, String> fields = new LinkedHashMap<>();
            for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node.getNodeType() == Node.ELEMENT_NODE) {
                    fields.put(node.getNodeName(), node.getTextContent().strip());
                }
            }
            return fields;
        } catch (Exception e) {
            throw new Problem(WecomProblem.CALLBACK_UNREADABLE, e);
        }
    }
}

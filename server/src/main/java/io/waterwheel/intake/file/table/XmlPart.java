package io.waterwheel.intake.file.table;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One XML part of a workbook as a stream of elements, without document types and foreign entities. Names are local:
/// the strict and the transitional dialect differ only in their namespaces.
final class XmlPart implements Closeable {

    private static final XMLInputFactory FACTORY = factory();

    private final CountedInput bytes;
    private final long size;
    private final XMLStreamReader xml;

    XmlPart(InputStream in, long size) throws IOException {
        this.bytes = new CountedInput(new Markup(in));
        this.size = Math.max(1, size);
        try {
            this.xml = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            in.close();
            throw Workbook.broken(e, 0);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /// Goes on to the next piece.
    ///
    /// @return whether there is one
    boolean next() {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            xml.next();
            return true;
        } catch (XMLStreamException e) {
            throw Workbook.broken(e, 0);
        }
    }

    boolean starts(String name) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(name);
    }

    /// An attribute of the element that starts, whatever its namespace.
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /// Adds the text of this piece, when it is text, up to a length that shows that it is too long.
    void addText(StringBuilder to) {
        if (xml.isCharacters() && to.length() <= Row.LONGEST_CELL) {
            to.append(xml.getText());
        }
    }

    double share() {
        return Math.min(1, (double) bytes.count() / size);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            bytes.close();
        }
    }

    /// Ends when nothing but one tag or one text comes for longer than any workbook has: a parser would keep it all.
    private static final class Markup extends FilterInputStream {

        private static final int LONGEST = 16 << 20;

        private int since;

        Markup(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            for (int i = 0; i < read; i++) {
                since = into[offset + i] == '<' ? 0 : since + 1;
            }
            if (since > LONGEST) {
                throw new IOException("a piece of markup without end");
            }
            return read;
        }
    }
}

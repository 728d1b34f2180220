package org.huboutcomes.reports.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/// Joins each link on a page to its place in the structure, which stock OpenPDF cannot write.
final class Links {

    private static final COSName OBJR = COSName.getPDFName("OBJR");
    private static final COSName LINK = COSName.getPDFName("Link");

    private final PDDocument document;
    private final COSDictionary root;
    private final List<String> words;

    /// @param words what each link leads to, in the order of the links
    Links(PDDocument document, List<String> words) {
        this.document = document;
        this.words = words;
        root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    }

    void join() throws IOException {
        List<COSDictionary> elements = new ArrayList<>();
        collect(root.getDictionaryObject(COSName.K), elements);
        COSDictionary tree = root.getCOSDictionary(COSName.PARENT_TREE);
        COSArray numbers = numbers(tree);
        int next = 1 + greatest(numbers);
        int joined = 0;
        for (PDPage page : document.getPages())
            for (PDAnnotation annotation : page.getAnnotations())
                if (annotation instanceof PDAnnotationLink link) {
                    if (joined == elements.size())
                        throw new IllegalStateException("A link stands outside the structure.");
                    join(page, link, elements.get(joined), next);
                    link.setContents(words.get(joined));
                    numbers.add(COSInteger.get(next++));
                    numbers.add(elements.get(joined++));
                }
        if (joined < elements.size()) throw new IllegalStateException("A place in the structure has no link.");
        root.setInt(COSName.getPDFName("ParentTreeNextKey"), next);
    }

    private static void join(PDPage page, PDAnnotationLink link, COSDictionary element, int key) {
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, OBJR);
        reference.setItem(COSName.OBJ, link.getCOSObject());
        reference.setItem(COSName.PG, page.getCOSObject());
        COSBase kids = element.getDictionaryObject(COSName.K);
        COSArray more = kids instanceof COSArray array ? array : new COSArray();
        if (!(kids instanceof COSArray) && kids != null) more.add(kids);
        more.add(reference);
        element.setItem(COSName.K, more);
        link.getCOSObject().setInt(COSName.STRUCT_PARENT, key);
        link.setPrinted(true);
    }

    /// The array of the parent tree, flat as OpenPDF writes it, or its leaves flattened.
    private static COSArray numbers(COSDictionary tree) {
        COSArray numbers = new COSArray();
        flatten(tree, numbers);
        tree.removeItem(COSName.KIDS);
        tree.setItem(COSName.NUMS, numbers);
        return numbers;
    }

    private static void flatten(COSDictionary node, COSArray into) {
        if (node.getCOSArray(COSName.NUMS) != null)
            node.getCOSArray(COSName.NUMS).forEach(into::add);
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) return;
        for (int i = 0; i < kids.size(); i++) flatten((COSDictionary) kids.getObject(i), into);
    }

    private static int greatest(COSArray numbers) {
        int greatest = -1;
        for (int i = 0; i < numbers.size(); i += 2) greatest = Math.max(greatest, numbers.getInt(i));
        return greatest;
    }

    private static void collect(COSBase kid, List<COSDictionary> links) {
        if (kid instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) collect(kids.getObject(i), links);
        } else if (kid instanceof COSDictionary element && element.getDictionaryObject(COSName.S) != null) {
            if (LINK.equals(element.getCOSName(COSName.S))) links.add(element);
            else collect(element.getDictionaryObject(COSName.K), links);
        }
    }
}

package org.stridescope.export.paint;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class PaintersTest {
    private static Scene scene(double height) {
        return new Scene("a <title> & more", 300, 200, List.of(
                new Shape.Box(10, 10, 80, height, Ink.of(Role.HUE_0), "tip \"quoted\""),
                new Shape.Area(new double[]{100, 200, 150}, new double[]{100, 100, 50},
                        Ink.mixed(Role.RAISED, Role.HUE_1, 0.5)),
                new Shape.Bars(220, 90, 10, new float[]{0, 0, 5, 0}, new float[]{30, 30, 40, 0},
                        new Ink[]{Ink.of(Role.HUE_2)}),
                new Shape.Box(220, 20, 40, 20, Ink.veil(Role.DANGER, 0.5), ""),
                Shape.Stroke.of(0, 150, 300, 150, Ink.of(Role.LINE), 2),
                Shape.Label.at(10, 180, "worker <1> \u03b1\u2192 & \u4e2d", 12, Role.TEXT),
                Shape.Label.at(290, 180, "12.5 %", 12, Role.MUTED).ending(),
                Shape.Label.at(10, 195, "much too long for its place", 12, Role.TEXT).within(60)));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void svgIsVectorsAndText(Theme theme) throws Exception {
        StringBuilder out = new StringBuilder();
        SvgPainter.write(scene(50), theme, out);
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())));
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(svg.getElementsByTagName("polygon").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(1);
        assertThat(svg.getElementsByTagName("image").getLength()).isZero();
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).startsWith("worker <1> \u03b1");
        assertThat(svg.getElementsByTagName("text").item(2).getTextContent()).endsWith("\u2026").hasSizeLessThan(20);
    }

    @Test
    void pdfIsOnePageWithTextAndNoPictures() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfPainter.write(scene(50), Theme.LIGHT, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(300);
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
            assertThat(new PDFTextStripper().getText(document)).contains("worker <1> \u03b1", "12.5 %");
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pngHasTheColoursOfTheTheme(Theme theme) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RasterPainter(theme, 2).png(scene(50), out);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getRGB(60, 60) & 0xffffff).isEqualTo(theme.rgb(Ink.of(Role.HUE_0)));
        assertThat(image.getRGB(590, 20) & 0xffffff).isEqualTo(theme.rgb(Ink.of(Role.BACKGROUND)));
        assertThat(image.getRGB(300, 180) & 0xffffff).isEqualTo(theme.rgb(Ink.mixed(Role.RAISED, Role.HUE_1, 0.5)));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void barsAndVeilsAreTheSameInPixelsAndAsPolygons(Theme theme) {
        Scene bars = scene(50);
        List<Shape> areas = bars.shapes().stream()
                .flatMap(shape -> shape instanceof Shape.Bars b ? b.areas().stream() : Stream.of(shape)).toList();
        BufferedImage one = new RasterPainter(theme, 1).image(bars);
        BufferedImage other = new RasterPainter(theme, 1).image(new Scene("", 300, 200, areas));
        for (int x = 0; x < 300; x++)
            for (int y = 0; y < 200; y++)
                assertThat(one.getRGB(x, y)).as("at %d, %d", x, y).isEqualTo(other.getRGB(x, y));
        assertThat(one.getRGB(225, 70) & 0xffffff).isEqualTo(theme.rgb(Ink.of(Role.HUE_2)));
        assertThat(one.getRGB(245, 87)).isEqualTo(one.getRGB(280, 60)); // below the third bar, and where there is none
        assertThat(one.getRGB(240, 30)).isNotEqualTo(one.getRGB(280, 30));
    }

    @Test
    void gifHasEveryFrameWithItsTimeAndRunsForEver() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GifAnimation.write(IntStream.range(1, 6).mapToObj(i -> scene(10 * i)).toList(),
                new RasterPainter(Theme.DARK, 1), 10, 150, out);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray())));
        assertThat(reader.getNumImages(true)).isEqualTo(5);
        assertThat(delay(reader, 0)).isEqualTo("10");
        assertThat(delay(reader, 4)).isEqualTo("150");
        assertThat(reader.read(0).getRGB(20, 40)).isNotEqualTo(reader.read(4).getRGB(20, 40));
        assertThat(new String(out.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0");
    }

    private static String delay(ImageReader reader, int frame) throws IOException {
        var root = (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        return ((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0))
                .getAttribute("delayTime");
    }

    @Test
    void anEmptySceneIsAPicture() throws IOException {
        Scene empty = new Scene("", 10, 10, List.of(new Shape.Area(new double[0], new double[0], Ink.of(Role.HUE_1)),
                new Shape.Stroke(new double[0], new double[0], Ink.of(Role.HUE_1), 1)));
        SvgPainter.write(empty, Theme.LIGHT, new StringBuilder());
        PdfPainter.write(empty, Theme.LIGHT, new ByteArrayOutputStream());
        assertThat(new RasterPainter(Theme.LIGHT, 1).image(empty).getWidth()).isEqualTo(10);
    }
}

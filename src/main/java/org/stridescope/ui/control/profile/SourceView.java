package org.stridescope.ui.control.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

import org.stridescope.explain.lines.LineRow;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.profile.LinesModel.Source;

/** Source text with, beside each line, its share of the time as a bar and a figure. */
public final class SourceView extends VBox {
    private final CodeArea area = new CodeArea();
    private final Label title = new Label();
    private final ObservableValue<Look> look;
    private Map<Integer, LineRow> heat = Map.of();
    private List<String> shown = List.of();
    private double most;
    private int chosen;

    public SourceView(ObservableValue<Look> look) {
        this.look = look;
        getStyleClass().add("source-view");
        area.setEditable(false);
        area.setId("source");
        area.getStyleClass().addAll("script", "source");
        title.getStyleClass().addAll("section", "source-title");
        title.setId("source-title");
        VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        look.addListener(_ -> margins());
    }

    /** @param line the one to go to, counted from 1 */
    public void show(Source source, int line) {
        title.setText(source.file());
        heat = source.heat();
        most = heat.values().stream().mapToDouble(LineRow::share).max().orElse(0);
        chosen = line;
        if (!shown.equals(source.lines())) {
            shown = new ArrayList<>(source.lines());
            area.replaceText(String.join("\n", shown));
        }
        margins();
        int paragraph = Math.clamp(line - 1L, 0, Math.max(0, area.getParagraphs().size() - 1));
        area.moveTo(paragraph, 0);
        area.showParagraphAtCenter(paragraph);
    }

    /** Instead of a source: why there is none. */
    public void say(String heading, String why) {
        title.setText(heading);
        heat = Map.of();
        shown = List.of();
        chosen = 0;
        area.replaceText(why);
        margins();
    }

    private void margins() {
        // a new factory makes the area build all margins again
        area.setParagraphGraphicFactory(null);
        area.setParagraphGraphicFactory(this::margin);
    }

    private Node margin(int paragraph) {
        double s = look.getValue().scale();
        int line = paragraph + 1;
        LineRow row = heat.get(line);
        Label number = new Label(shown.isEmpty() ? "" : Integer.toString(line));
        number.getStyleClass().add("line-number");
        number.setMinWidth(34 * s);
        number.setPrefWidth(34 * s);
        Label share = new Label(row == null ? "" : percent(row.share()));
        share.getStyleClass().add("heat-figure");
        share.setMinWidth(54 * s);
        share.setPrefWidth(54 * s);
        share.setAlignment(Pos.CENTER_RIGHT);
        Region bar = new Region();
        bar.getStyleClass().add("heat-bar");
        double wide = row == null || most <= 0 ? 0 : Math.max(2, 40 * row.share() / most) * s;
        bar.setMinSize(wide, 12 * s);
        bar.setPrefSize(wide, 12 * s);
        bar.setMaxSize(wide, 12 * s);
        StackPane place = new StackPane(bar);
        place.setAlignment(Pos.CENTER_LEFT);
        place.setMinWidth(46 * s);
        place.setPrefWidth(46 * s);
        HBox margin = new HBox(share, place, number);
        margin.setSpacing(6 * s);
        margin.setAlignment(Pos.CENTER_LEFT);
        margin.getStyleClass().add("source-margin");
        if (line == chosen)
            margin.getStyleClass().add("chosen");
        if (row != null)
            Tooltip.install(margin, new Tooltip(words(row)));
        return margin;
    }

    private static String words(LineRow row) {
        String hits = row.hits() < 0 ? "" : ", run " + Figures.count(row.hits()) + " times";
        String bytes = row.allocatedBytes() <= 0 ? "" : ", allocated " + Figures.bytes(row.allocatedBytes());
        String freed = row.freedBytes() <= 0 ? "" : ", freed " + Figures.bytes(row.freedBytes());
        String copies = row.copies() <= 0
                ? ""
                : ", made " + Figures.count(row.copies()) + (row.copies() == 1 ? " copy" : " copies");
        return Figures.duration(row.selfNanos() / 1e9) + " in " + row.function() + hits + bytes + freed + copies;
    }

    private static String percent(double share) {
        return Double.isNaN(share) || share <= 0 ? "" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}

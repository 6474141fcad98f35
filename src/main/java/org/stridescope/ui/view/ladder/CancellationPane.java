package org.stridescope.ui.view.ladder;

import java.util.List;
import java.util.Locale;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.stridescope.array.DType;
import org.stridescope.lab.ladder.CloseTwins;
import org.stridescope.lab.ladder.CloseTwins.Way;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.chart.ChartPane;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.CancellationModel;
import org.stridescope.ui.model.ladder.CancellationModel.Digits;

/** A teaching screen: two close points, moved away from the origin by a slider, and the trick losing their distance. */
final class CancellationPane implements LadderScreen {
    /** The variants whose hues the three ways have. */
    private static final List<String> HUES = List.of("loops", "trick", "vector");
    private static final List<Double> APART = List.of(1.0, 1e-2, 1e-4, 1e-6);

    private final CancellationModel model = new CancellationModel();
    private final ObservableValue<Look> look;
    private final VBox content = new VBox();
    private final VBox settings = new VBox();
    private final Label offset = new Label();
    private final Label points = new Label();
    private final GridPane table = new GridPane();
    private final Label why = new Label();
    private final ChartPane chart;

    CancellationPane(ObservableValue<Look> look) {
        this.look = look;
        chart = new ChartPane(look, now -> CancellationChart.of(model, now, HUES));
        chart.setId("cancellation-chart");
        content.setId("cancellation-screen");
        content.getStyleClass().add("cancellation");
        why.setId("cancellation-why");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.getStyleClass().add("why");
        points.getStyleClass().addAll("mono", "twins");
        points.setMinHeight(Region.USE_PREF_SIZE);
        table.getStyleClass().add("digits");
        VBox.setVgrow(chart, Priority.ALWAYS);
        content.getChildren().addAll(slider(), points, table, why, chart);
        fillSettings();
        model.power().subscribe(_ -> show());
        model.apart().subscribe(_ -> show());
        model.dtype().subscribe(_ -> show());
        look.addListener(_ -> show());
    }

    private HBox slider() {
        Slider slider = new Slider(0, CancellationModel.MOST_POWER, model.power().get());
        slider.setId("cancellation-offset");
        slider.setBlockIncrement(0.5);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(3);
        slider.setShowTickMarks(true);
        slider.valueProperty().bindBidirectional(model.power());
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label name = new Label("offset");
        name.setLabelFor(slider);
        offset.getStyleClass().add("offset-figure");
        HBox row = new HBox(name, slider, offset);
        row.getStyleClass().add("slider-row");
        return row;
    }

    private void fillSettings() {
        Label section = new Label("Two points");
        section.getStyleClass().add("section");
        var apart = LadderSide.choice("cancellation-apart", APART, model.apart(),
                value -> Figures.power(value) + " apart in each feature");
        var dtype = LadderSide.choice("cancellation-dtype", List.of(DType.FLOAT64, DType.FLOAT32), model.dtype(),
                DType::pythonName);
        Label words = new Label("The truth is exact arithmetic on the numbers as they are stored. Digits in red are not "
                + "those of the truth.");
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        apart.setMaxWidth(Double.MAX_VALUE);
        dtype.setMaxWidth(Double.MAX_VALUE);
        settings.getStyleClass().add("bench-settings");
        settings.getChildren().addAll(section, apart, dtype, words);
    }

    private void show() {
        CloseTwins twins = model.twins();
        offset.setText(Figures.power(twins.offset()));
        points.setText("x = " + text(twins.x()) + "\ny = " + text(twins.y()));
        table.getChildren().clear();
        row(0, "truth", "", model.truth(), "", "strong");
        List<Way> ways = model.ways();
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            row(i + 1, way.name(), HUES.get(i), model.digits(way),
                    String.format(Locale.ROOT, "error %s \u00b7 %d of %d digits", Figures.error(way.error()),
                            (int) (way.digits() + 0.1), Math.round(twins.most())),
                    "");
        }
        why.setText(model.why());
        chart.refresh();
    }

    private void row(int at, String name, String hue, Digits digits, String words, String style) {
        Label title = new Label(name);
        if (!hue.isEmpty())
            title.setGraphic(new Circle(5 * look.getValue().scale(), look.getValue().palette().hue(hue)));
        title.getStyleClass().addAll("digits-name", style.isEmpty() ? "plain" : style);
        title.setMinWidth(Region.USE_PREF_SIZE);
        TextFlow flow = new TextFlow(part(digits.right(), "digit-right"), part(digits.wrong(), "digit-wrong"),
                part(digits.exponent(), "digit-right"));
        flow.setId("digits-" + at);
        flow.setMinWidth(Region.USE_PREF_SIZE);
        Label figure = new Label(words);
        figure.getStyleClass().add("caption");
        figure.setId("digits-error-" + at);
        table.addRow(at, title, flow, figure);
    }

    private static Text part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().add(style);
        return part;
    }

    private String text(double[] point) {
        StringBuilder text = new StringBuilder("(");
        for (double feature : point)
            text.append(text.length() == 1 ? "" : ", ")
                    .append(model.dtype().get() == DType.FLOAT32 ? Float.toString((float) feature) : Double.toString(feature));
        return text.append(')').toString();
    }

    @Override
    public void act() {
        model.moveOrStop();
    }

    @Override
    public void tick(long nanos) {
        model.tick(nanos);
    }

    @Override
    public String action() {
        return "Move the points away";
    }

    @Override
    public String stop() {
        return "Stop";
    }

    @Override
    public ObservableValue<Boolean> running() {
        return model.moving();
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return new SimpleBooleanProperty(true);
    }

    @Override
    public ObservableValue<String> message() {
        return new SimpleStringProperty("");
    }

    @Override
    public void dismiss() {}

    @Override
    public ObservableValue<String> doing() {
        return new SimpleStringProperty("");
    }

    @Override
    public String id() {
        return "cancellation";
    }

    @Override
    public String name() {
        return "Cancellation";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node settings() {
        return settings;
    }

    @Override
    public boolean usesProblem() {
        return false;
    }
}

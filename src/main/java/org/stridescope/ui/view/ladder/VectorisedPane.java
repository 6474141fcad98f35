package org.stridescope.ui.view.ladder;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.stridescope.kernel.remarks.Assembly;
import org.stridescope.kernel.remarks.JavaLoop;
import org.stridescope.kernel.remarks.JavaLoopTimes.LoopTime;
import org.stridescope.kernel.remarks.Remark;
import org.stridescope.ui.control.source.SourceView;
import org.stridescope.ui.control.source.SourceView.Mark;
import org.stridescope.ui.model.ladder.MeasuringJob;
import org.stridescope.ui.model.ladder.VectorisedModel;
import org.stridescope.ui.model.ladder.VectorisedModel.Look;
import org.stridescope.ui.model.ladder.VectorisedModel.Source;
import org.stridescope.ui.view.ladder.FigureBars.Bar;

/** A source with the compiler's remark at each loop, and beside it the instructions of the hot loop. */
final class VectorisedPane implements MeasuringScreen {
    private static final int GOOD_HUE = 2;
    private static final int BAD_HUE = 1;

    private final VectorisedModel model;
    private final StackPane content = new StackPane();
    private final VBox settings = new VBox();
    private final BorderPane loops = new BorderPane();
    private final SourceView source = new SourceView();
    private final SourceView assembly = new SourceView();
    private final Label remark = words("vectorised-remark");
    private final Label remarks = words("vectorised-summary");
    private final Label instructions = words("vectorised-assembly");
    private final VBox javaLoops = new VBox();
    private final FigureBars bars = new FigureBars();
    private final Label javaWords = words("vectorised-java");
    private final ObjectProperty<JavaLoop> javaLoop = new SimpleObjectProperty<>(JavaLoop.ELEMENTWISE);
    private final Label javaInstructions = words("vectorised-java-assembly");
    private final SourceView javaAssembly = new SourceView();
    private final VBox javaCode = new VBox();

    VectorisedPane(VectorisedModel model) {
        this.model = model;
        content.setId("vectorised-screen");
        settings.getStyleClass().add("bench-settings");
        var choice = LadderSide.choice("vectorised-source", List.of(Source.values()), model.source(), Source::label);
        choice.setMaxWidth(Double.MAX_VALUE);
        Label how = new Label(
                "\u2713 the loop at this line was vectorised\n\u2715 it was not, and the compiler says why");
        how.getStyleClass().add("caption");
        how.setMinHeight(Region.USE_PREF_SIZE);
        settings.getChildren().addAll(section("Loops of"), choice, how);
        VBox left = new VBox(remarks, remark, source);
        VBox right = new VBox(instructions, assembly);
        for (VBox half : List.of(left, right)) {
            half.getStyleClass().add("vectorised-half");
            half.setPrefWidth(100);
            half.setMinWidth(0);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        VBox.setVgrow(source, Priority.ALWAYS);
        VBox.setVgrow(assembly, Priority.ALWAYS);
        loops.setCenter(new HBox(left, right));
        javaLoops.getStyleClass().add("lesson");
        javaCode.getStyleClass().add("vectorised-half");
        javaCode.getChildren().addAll(LadderSide.choice("vectorised-java-loop", List.of(JavaLoop.values()), javaLoop,
                JavaLoop::source), javaInstructions, javaAssembly);
        VBox.setVgrow(javaAssembly, Priority.ALWAYS);
        VBox.setVgrow(javaCode, Priority.ALWAYS);
        javaLoops.getChildren().addAll(section("Four loops as HotSpot compiles them: nanoseconds an item"), bars,
                javaWords, javaCode);
        source.onLine(this::line);
        model.look().subscribe(this::showLook);
        model.loops().subscribe(this::showLoops);
        model.instructions().subscribe(this::showInstructions);
        javaLoop.subscribe(this::showInstructions);
        model.source().subscribe(
                now -> content.getChildren().setAll(now == Source.JAVA ? javaLoops : loops));
    }

    @Override
    public void shown() {
        if (model.look().get().isEmpty())
            model.read();
    }

    private void showLook(Optional<Look> look) {
        remark.setText("");
        if (look.isEmpty()) {
            remarks.setText("Reading\u2026");
            instructions.setText("");
            return;
        }
        Look now = look.get();
        Map<Integer, Mark> marks = new HashMap<>();
        for (Remark said : now.remarks().remarks())
            marks.merge(said.line(),
                    said.vectorised() ? new Mark("\u2713", "mark-good") : new Mark("\u2715", "mark-bad"),
                    (before, after) -> before.style().equals("mark-good") ? before : after);
        String resource = now.source().resource();
        source.show(SourcePane.text(resource), resource, marks);
        marks.keySet().stream().min(Integer::compare).ifPresent(first -> source.goTo(Math.max(1, first - 4)));
        remarks.setText(VectorisedModel.summary(now.remarks()));
        instructions.setText(VectorisedModel.summary(now.assembly()));
        assembly.show(String.join("\n", now.assembly().loop()), "loop.s", Map.of());
        now.remarks().remarks().stream().findFirst().ifPresent(first -> line(first.line()));
    }

    private void line(int line) {
        model.look().get().ifPresent(now -> {
            String said = now.remarks().remarks().stream().filter(one -> one.line() == line)
                    .map(one -> (one.vectorised() ? "\u2713 " : "\u2715 ") + one.text()).distinct()
                    .collect(Collectors.joining("\n"));
            if (!said.isEmpty())
                remark.setText("Line " + line + ":\n" + said);
        });
    }

    private void showLoops(List<LoopTime> times) {
        bars.show(times.stream().map(time -> new Bar(time.loop().source(), time.nanosAnItem(),
                String.format(Locale.ROOT, "%.2f ns", time.nanosAnItem()), time.sentence(),
                time.isVectorised() ? GOOD_HUE : BAD_HUE)).toList());
        String how = times.isEmpty()
                ? "Press Time the Java loops: HotSpot\u2019s own remarks are only in debug builds of Java, so each loop is timed in two "
                        + "virtual machines, one of them without vectorisation."
                : "Each was timed in two virtual machines, one with -XX:-UseSuperWord: where both are as fast, HotSpot had "
                        + "vectorised nothing.";
        javaWords.setText(how);
    }

    private void showInstructions() {
        Assembly found = model.instructions().get().get(javaLoop.get());
        javaCode.setVisible(found != null);
        if (found == null)
            return;
        javaInstructions.setText(VectorisedModel.summary(found));
        javaAssembly.show(String.join("\n", found.loop()), "loop.s", Map.of());
    }

    private static Label words(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label section(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("section");
        return label;
    }

    @Override
    public void start() {
        model.source().set(Source.JAVA);
        model.measure();
    }

    @Override
    public String id() {
        return "vectorised";
    }

    @Override
    public String name() {
        return "Vectorised?";
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

    @Override
    public String action() {
        return "Time the Java loops";
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return new SimpleBooleanProperty(true);
    }

    @Override
    public MeasuringJob job() {
        return model.job();
    }
}

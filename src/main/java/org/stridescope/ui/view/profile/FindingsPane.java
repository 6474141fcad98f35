package org.stridescope.ui.view.profile;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.findings.Finding;
import org.stridescope.export.paint.PackedFonts;
import org.stridescope.export.scene.Scene;
import org.stridescope.trace.Recording;
import org.stridescope.trace.TraceEvent.ProbeCost;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.profile.FindingsModel;
import org.stridescope.ui.model.profile.OpenRecording;
import org.stridescope.ui.model.profile.ProfileModel;
import org.stridescope.ui.model.profile.SheetScene;

/** What the recording shows, in sentences, each with its evidence a click away; below, what watching it has cost. */
final class FindingsPane implements ProfilePane {
    private final FindingsModel model;
    private final ProfileModel profile;
    private final VBox list = new VBox();
    private final VBox content = new VBox();

    FindingsPane(FindingsModel model, ProfileModel profile) {
        this.model = model;
        this.profile = profile;
        list.getStyleClass().add("findings");
        list.setId("findings");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("lanes-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.getChildren().add(scroll);
        model.findings().addListener(_ -> fill());
    }

    private void fill() {
        list.getChildren().clear();
        List<Finding> found = model.findings().get();
        OpenRecording shown = profile.shown().get();
        if (found == null || shown == null)
            return;
        if (found.isEmpty())
            list.getChildren().add(plain("Nothing stands out: no thread idles for long, nothing waits for a lock, and"
                    + " memory stays within what the results take."));
        found.forEach(finding -> list.getChildren().add(card(finding)));
        List<ProbeCost> probes = FindingsModel.probes(shown.recording());
        list.getChildren().add(section("What watching cost"));
        if (probes.isEmpty())
            list.getChildren().add(plain("The recording does not tell what its probes cost."));
        else
            list.getChildren().add(costs(probes, shown.recording().durationNanos()));
    }

    private Node card(Finding finding) {
        Region mark = new Region();
        mark.getStyleClass().add("finding-mark");
        mark.setStyle("-fx-background-color: " + (finding.subject().isEmpty()
                ? "-st-accent"
                : Palette.hueName(finding.subject())) + ";");
        Label sentence = new Label(capital(finding.sentence()) + ".");
        sentence.getStyleClass().add("finding-text");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        Hyperlink evidence = new Hyperlink("Show where");
        evidence.getStyleClass().add("link");
        evidence.setId("evidence-" + finding.kind().name().toLowerCase(Locale.ROOT));
        evidence.setOnAction(_ -> {
            model.showEvidence(finding);
            profile.pane().set(ProfileModel.Pane.TIMELINE);
        });
        Hyperlink lines = new Hyperlink("Which lines");
        lines.getStyleClass().add("link");
        lines.setOnAction(_ -> {
            model.showEvidence(finding);
            profile.pane().set(ProfileModel.Pane.LINES);
        });
        HBox links = new HBox(evidence, lines);
        links.setSpacing(16);
        VBox words = new VBox(sentence, links);
        words.setSpacing(4);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(mark, words);
        card.getStyleClass().add("finding");
        return card;
    }

    private static String capital(String sentence) {
        int colon = sentence.indexOf(": ");
        // the name of a variant stays as it is
        return colon > 0 && colon < 24 || sentence.isEmpty()
                ? sentence
                : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static Node costs(List<ProbeCost> probes, long durationNanos) {
        GridPane grid = new GridPane();
        grid.setId("probe-costs");
        grid.getStyleClass().add("probe-costs");
        String[] heads = {"probe", "samples", "CPU time", "of one processor", ""};
        for (int i = 0; i < heads.length; i++)
            grid.add(section(heads[i]), i, 0);
        int row = 1;
        for (ProbeCost probe : probes) {
            double share = durationNanos <= 0 ? 0 : (double) probe.cpuNanos() / durationNanos;
            grid.add(new Label(probe.probe()), 0, row);
            grid.add(new Label(Figures.count(probe.samples())), 1, row);
            grid.add(new Label(Figures.duration(probe.cpuNanos() / 1e9)), 2, row);
            grid.add(new Label(String.format(Locale.ROOT, "%.2f %%", 100 * share)), 3, row);
            grid.add(plain(probe.note()), 4, row++);
        }
        return grid;
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    private static Label plain(@Nullable String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public Supplier<Scene> scene(Recording recording) {
        return () -> new SheetScene(recording, new PackedFonts()).all();
    }

    @Override
    public void shown(boolean on) {
        model.watch(on);
    }

    @Override
    public void key(KeyEvent event) {
        // it has none of its own
    }
}

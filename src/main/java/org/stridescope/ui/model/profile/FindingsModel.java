package org.stridescope.ui.model.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.findings.Finding;
import org.stridescope.explain.findings.Findings;
import org.stridescope.trace.Recording;
import org.stridescope.trace.TraceEvent.ProbeCost;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineModel;

/** What a recording shows, in plain words; and what watching it has cost. */
public final class FindingsModel {
    private final TimelineModel timeline;
    private final Derived<List<Finding>> derived;
    private final ReadOnlyObjectWrapper<@Nullable List<Finding>> findings = new ReadOnlyObjectWrapper<>();

    public FindingsModel(TimelineModel timeline, Executor background, Executor ui) {
        this.timeline = timeline;
        derived = new Derived<>(timeline, background, ui, question -> Findings.of(question.recording()),
                findings::set);
    }

    public void watch(boolean on) {
        derived.watch(on);
    }

    /** Brushes the time and chooses the threads that a finding rests on, with a little before and after in view. */
    public void showEvidence(Finding finding) {
        Span span = new Span(finding.from(), finding.to());
        timeline.brush(span);
        timeline.chosen().clear();
        timeline.chosen().addAll(finding.threads());
        long around = Math.max(1, span.length() / 8);
        timeline.window().show(new Span(Math.max(0, span.from() - around), span.to() + around));
        timeline.playhead().pause();
        timeline.playhead().seek(finding.from());
    }

    /** The last account of each probe. */
    public static List<ProbeCost> probes(Recording recording) {
        Map<String, ProbeCost> last = new LinkedHashMap<>();
        recording.probes().forEach(cost -> last.put(cost.probe(), cost));
        return List.copyOf(last.values());
    }

    /** All of the recording's, whatever is brushed; null while they are not known. */
    public ReadOnlyObjectProperty<@Nullable List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }
}

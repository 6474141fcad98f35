package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.Speeds;
import org.stridescope.ui.model.timeline.Marker;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimeWindow;

/**
 * Two to four runs or recordings on one clock: started together, or with a marker that all of them have at the same place.
 * Zoom and playhead are common to all.
 */
public final class CompareModel {
    public static final int MOST = 4;

    /** What of each contestant lies at the same place. */
    public enum Alignment {
        START, MARKER, END
    }

    private final ProfileModel profile;
    private final Playhead playhead = new Playhead();
    private final TimeWindow window = new TimeWindow();
    private final ObjectProperty<Alignment> alignment = new SimpleObjectProperty<>(Alignment.START);
    private final ReadOnlyObjectWrapper<List<Contestant>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private List<Long> offsets = List.of();

    public CompareModel(ProfileModel profile) {
        this.profile = profile;
        alignment.addListener(_ -> choose(chosen.get()));
        ListChangeListener<OpenRecording> opened = _ -> keepOpen();
        profile.open().addListener(opened);
        profile.shown().addListener(_ -> {
            if (chosen.get().size() < 2)
                chooseFirst();
        });
    }

    /** All that can be compared, of the shown recording first. */
    public List<Contestant> available() {
        List<OpenRecording> open = new ArrayList<>(profile.open());
        open.sort(Comparator.comparing(one -> one != profile.shown().get()));
        return open.stream().flatMap(one -> Contestant.of(one).stream()).toList();
    }

    /** Takes one in, as far as there is room, or out. */
    public void toggle(Contestant contestant) {
        List<Contestant> now = new ArrayList<>(chosen.get());
        if (!now.remove(contestant) && now.size() < MOST)
            now.add(contestant);
        choose(now);
    }

    private void chooseFirst() {
        choose(available().stream().limit(MOST).toList());
    }

    private void keepOpen() {
        List<Contestant> left = chosen.get().stream()
                .filter(one -> profile.open().stream().anyMatch(open -> open.data() == one.data())).toList();
        if (left.size() < chosen.get().size())
            choose(left);
    }

    private void choose(List<Contestant> all) {
        align(all);
        // a new list, so that listeners hear of a new alignment too
        chosen.set(List.of());
        chosen.set(List.copyOf(all));
    }

    private void align(List<Contestant> all) {
        List<Long> anchors = all.stream().map(this::anchor).toList();
        long latest = anchors.stream().mapToLong(Long::longValue).max().orElse(0);
        offsets = anchors.stream().map(anchor -> latest - anchor).toList();
        long length = 0;
        for (int i = 0; i < all.size(); i++)
            length = Math.max(length, offsets.get(i) + all.get(i).part().length());
        window.load(length);
        playhead.load(length, events(all));
        playhead.setSpeed(Speeds.fitting(length));
    }

    /** What lies at the same place of all, from the contestant's start. */
    private long anchor(Contestant contestant) {
        return switch (alignment.get()) {
            case START -> 0;
            case END -> contestant.part().length();
            case MARKER -> marker(contestant).map(marker -> marker.nanos() - contestant.part().from()).orElse(0L);
        };
    }

    /** The first marker within a contestant: one of its recording's marks, or one that the user put into what is shown. */
    private Optional<Marker> marker(Contestant contestant) {
        List<Marker> markers = profile.markersOf(contestant.data());
        return markers.stream().filter(marker -> contestant.part().contains(marker.nanos()))
                .min(Comparator.comparingLong(Marker::nanos));
    }

    /** Whether all have a marker to be aligned at. */
    public boolean canAlignAtMarker() {
        return !chosen.get().isEmpty() && chosen.get().stream().allMatch(one -> marker(one).isPresent());
    }

    private long[] events(List<Contestant> all) {
        LongStream events = LongStream.empty();
        for (int i = 0; i < all.size(); i++) {
            Contestant one = all.get(i);
            long shift = offsets.get(i) - one.part().from();
            events = LongStream.concat(events, LongStream.concat(
                    LongStream.of(offsets.get(i), offsets.get(i) + one.part().length()),
                    one.recording().runs().stream().flatMap(run -> run.tiles().stream())
                            .mapToLong(TraceEvent::nanos).filter(one.part()::contains).map(nanos -> nanos + shift)));
        }
        return events.toArray();
    }

    /** Where a contestant's start lies on the common clock. */
    public long offset(int contestant) {
        return offsets.get(contestant);
    }

    /** A stretch of the common clock on the contestant's recording's own. */
    public Span own(int contestant, Span common) {
        long shift = chosen.get().get(contestant).part().from() - offsets.get(contestant);
        return new Span(common.from() + shift, common.to() + shift);
    }

    /** How much of a contestant is over at a time of the common clock: by tiles where it has some, else by time; 0 to 1. */
    public double done(int contestant, long time) {
        Contestant one = chosen.get().get(contestant);
        long own = own(contestant, new Span(time, time)).from();
        return one.recording().runs().stream().filter(run -> run.startNanos() == one.part().from()).findFirst()
                .filter(run -> run.tileCount() > 0)
                .map(run -> (double) run.tilesDoneBy(own) / run.tileCount())
                .orElse(Math.clamp(one.part().share(own), 0, 1));
    }

    public Playhead playhead() {
        return playhead;
    }

    public TimeWindow window() {
        return window;
    }

    public ObjectProperty<Alignment> alignment() {
        return alignment;
    }

    /** At most {@link #MOST}; the first is the base of the differences. */
    public ReadOnlyObjectProperty<List<Contestant>> chosen() {
        return chosen.getReadOnlyProperty();
    }
}

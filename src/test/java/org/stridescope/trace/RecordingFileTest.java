package org.stridescope.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

class RecordingFileTest {
    private static final Map<String, String> SETTINGS = Map.of("metric", "cityblock", "points", "\u00e9tudes.npy");

    @TempDir
    private Path folder;

    private static Recording recording(long seed) {
        List<TraceEvent> events = RandomEvents.shuffledALittle(seed);
        return Recording.of("distance", SETTINGS, events.getLast().nanos() + 5, events);
    }

    private Path written(long seed) {
        Path file = folder.resolve("run" + seed + ".ssrec");
        RecordingFile.write(recording(seed), file);
        return file;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void whatIsWrittenIsReadAgain(long seed) {
        RecordingFile.Opened opened = RecordingFile.open(written(seed));
        assertThat(opened.recording()).isEqualTo(recording(seed));
        assertThat(opened.note()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anEmptyRecordingIsARecording() {
        Recording empty = Recording.of("distance", Map.of(), 7, List.of());
        RecordingFile.write(empty, folder.resolve("empty.ssrec"));
        assertThat(RecordingFile.read(folder.resolve("empty.ssrec"))).isEqualTo(empty);
    }

    @Test
    void aFileCutOffAnywhereIsReadUpToItsLastBlockOrRefused() throws IOException {
        byte[] whole = Files.readAllBytes(inManyBlocks());
        Path cut = folder.resolve("cut.ssrec");
        int longest = 0;
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            Throwable thrown = catchThrowable(() -> assertThat(RecordingFile.open(cut).note())
                    .startsWith("cut.ssrec was not finished: it is shown up to "));
            if (thrown != null)
                assertThat(thrown).as("cut at %d", length).isInstanceOf(TraceError.class);
            else
                longest = length;
        }
        assertThat(longest).isEqualTo(whole.length - 1);
        Recording rest = RecordingFile.read(cut);
        assertThat(rest).isEqualTo(recording(3).until(rest.durationNanos()));
    }

    @Test
    void aCrashLeavesAPartThatIsReadUpToItsLastBlock() throws IOException {
        Recorder recorder = new Recorder("distance", SETTINGS);
        Path file = folder.resolve("live.ssrec");
        try (RecordingWriter writer = RecordingWriter.follow(recorder, file)) {
            recorder.add(new TraceEvent.MemorySample(1, 2, 3, 4));
            Path part = folder.resolve("live.ssrec.part");
            while (memorySamples(part) == 0)
                Thread.onSpinWait();
            assertThat(RecordingFile.open(part).note()).contains("was not finished");
            assertThat(file).doesNotExist();
            writer.finish(99);
        }
        assertThat(RecordingFile.read(file).durationNanos()).isEqualTo(99);
        assertThat(folder.resolve("live.ssrec.part")).doesNotExist();
    }

    private static int memorySamples(Path part) {
        return RecordingFile.read(part).memory().samples().size();
    }

    @Test
    void anyDamageIsRefusedOrHarmless() throws IOException {
        byte[] whole = Files.readAllBytes(inManyBlocks());
        Path file = folder.resolve("damaged.ssrec");
        Random random = new Random(5);
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--)
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            Throwable thrown = catchThrowable(() -> RecordingFile.open(file));
            if (thrown != null)
                assertThat(thrown).isInstanceOf(TraceError.class).hasMessageContaining("damaged.ssrec");
        }
    }

    @Test
    void aFlippedBitInAnEventIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(written(1));
        bytes[bytes.length / 2] ^= 4;
        Path file = Files.write(folder.resolve("flipped.ssrec"), bytes);
        assertThatThrownBy(() -> RecordingFile.read(file)).isInstanceOf(TraceError.class)
                .hasMessage(file + " is damaged: a check sum in it is wrong; take another copy of it");
    }

    @Test
    void whatIsNoRecordingIsRefusedInOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.ssrec"), "nothing of the kind");
        assertThatThrownBy(() -> RecordingFile.read(text)).isInstanceOf(TraceError.class)
                .hasMessage(text + " is no Stridescope recording: choose an .ssrec file");
        Path missing = folder.resolve("missing.ssrec");
        assertThatThrownBy(() -> RecordingFile.read(missing)).isInstanceOf(TraceError.class)
                .hasMessage(missing + " cannot be read: there is no " + missing);
        assertThatThrownBy(() -> RecordingFile.read(folder)).isInstanceOf(TraceError.class);
    }

    @Test
    void eventsThatAreDamagedBeforeTheyWerePackedAreRefused() throws IOException {
        Bytes.Out block = new Bytes.Out();
        EventWriter writer = new EventWriter(block);
        recording(3).events().forEach(writer::write);
        byte[] whole = block.take();
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Throwable thrown = catchThrowable(() -> {
                Bytes.In in = new Bytes.In(bytes);
                EventReader reader = new EventReader(in);
                RecordingBuilder builder = new RecordingBuilder();
                while (in.hasMore())
                    reader.read(builder);
            });
            if (thrown != null)
                assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFileLaidIntoARecordingIsHadAgain() throws IOException {
        byte[] flight = new byte[9_000_000];
        new Random(1).nextBytes(flight);
        Path other = Files.write(folder.resolve("flight.jfr"), flight);
        Path file = folder.resolve("with.ssrec");
        List<TraceEvent> events = recording(2).events();
        try (RecordingWriter writer = RecordingWriter.create("distance", SETTINGS, file)) {
            events.subList(0, 20).forEach(writer::add);
            writer.attach("jfr", other);
            events.subList(20, events.size()).forEach(writer::add);
            writer.finish(recording(2).durationNanos());
        }
        assertThat(RecordingFile.read(file)).isEqualTo(recording(2));
        var out = new java.io.ByteArrayOutputStream();
        assertThat(RecordingFile.attachment(file, "jfr", out)).isTrue();
        assertThat(out.toByteArray()).isEqualTo(flight);
        assertThat(RecordingFile.attachment(file, "other", out)).isFalse();
    }

    @Test
    void aNewerFileIsRefusedWithWhatToDo() throws IOException {
        byte[] bytes = Files.readAllBytes(written(1));
        bytes[RecordingBlocks.MAGIC.length + 1] = 9;
        Path file = Files.write(folder.resolve("newer.ssrec"), bytes);
        assertThatThrownBy(() -> RecordingFile.read(file)).isInstanceOf(TraceError.class)
                .hasMessageEndingWith("(format 9, this one reads up to 3): update Stridescope to open it");
    }

    @Test
    void aLineAsVersionTwoToldItIsRead() {
        Bytes.Out out = new Bytes.Out();
        out.one(EventTag.OLD_LINE);
        out.signed(50);
        out.unsigned(0);
        out.text("cell 1");
        for (int value : new int[]{3, 7})
            out.unsigned(value);
        out.signed(900);
        out.signed(80);
        RecordingBuilder builder = new RecordingBuilder();
        new EventReader(new Bytes.In(out.take())).read(builder);
        assertThat(builder.build("e", Map.of(), 60, 0).lines())
                .containsExactly(new TraceEvent.LineCost(50, "cell 1", 3, 7, 900, 80, 0, 0));
    }

    @Test
    void aFileOfVersionOneIsRead() throws Exception {
        Path old = Path.of(Objects.requireNonNull(getClass().getResource("/recordings/version-1.ssrec")).toURI());
        assertThat(Files.readAllBytes(old)[RecordingBlocks.MAGIC.length + 1]).isEqualTo((byte) 1);
        RecordingFile.Opened opened = RecordingFile.open(old);
        Recording recording = opened.recording();
        assertThat(opened.note()).isEmpty();
        assertThat(recording.settings()).isEqualTo(Map.of("metric", "cityblock"));
        assertThat(recording.threads()).extracting(ThreadTrace::name).containsExactly("stridescope-worker-1",
                "OpenMP worker 1");
        assertThat(recording.threads()).extracting(ThreadTrace::samples).containsExactly(51, 51);
        assertThat(recording.threads().getFirst().cpuNanos()).isEqualTo(900_000_000);
        assertThat(recording.memory().samples()).hasSize(51);
        assertThat(recording.collections()).hasSize(1);
        assertThat(recording.runs().getFirst().tiles()).hasSize(2);
        assertThat(recording.runs().getFirst().tiles().getLast().preview().values()).containsExactly(3.5f, 4.5f);
        assertThat(recording.stacks().samples()).isZero();
        Path again = folder.resolve("again.ssrec");
        RecordingFile.write(recording, again);
        assertThat(RecordingFile.read(again)).isEqualTo(recording);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path file = folder.resolve("no").resolve("where.ssrec");
        assertThatThrownBy(() -> RecordingFile.write(recording(1), file)).isInstanceOf(TraceError.class)
                .hasMessageStartingWith(file + " cannot be written: there is no ");
    }

    @Test
    void bytesOfEventsThatMakeNoSenseAreRefused() {
        byte[] nonsense = "\u0063 nonsense".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new EventReader(new Bytes.In(nonsense)).read(new RecordingBuilder()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("unknown kind 99");
    }

    /** A file whose events came in blocks of twenty. */
    private Path inManyBlocks() throws IOException {
        Path file = folder.resolve("blocks.ssrec");
        List<TraceEvent> events = recording(3).events();
        var out = new java.io.ByteArrayOutputStream();
        try (var channel = java.nio.channels.Channels.newChannel(out)) {
            byte[] start = Arrays.copyOf(Files.readAllBytes(written(3)), 10);
            out.write(start);
            channel.write(RecordingBlocks.pack(RecordingBlocks.HEAD, RecordingWriter.head("distance", SETTINGS)));
            for (int i = 0; i < events.size(); i += 20) {
                Bytes.Out block = new Bytes.Out();
                EventWriter writer = new EventWriter(block);
                events.subList(i, Math.min(events.size(), i + 20)).forEach(writer::write);
                channel.write(RecordingBlocks.pack(RecordingBlocks.EVENTS, block.take()));
            }
            Bytes.Out end = new Bytes.Out();
            end.unsigned(recording(3).durationNanos());
            end.unsigned(0);
            end.unsigned(events.size());
            channel.write(RecordingBlocks.pack(RecordingBlocks.END, end.take()));
        }
        return Files.write(file, out.toByteArray());
    }
}

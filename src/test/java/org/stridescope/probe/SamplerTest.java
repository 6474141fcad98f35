package org.stridescope.probe;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SamplerTest {
    private final Recorder recorder = new Recorder("test", java.util.Map.of());

    @Test
    void aBusyThreadsCpuTimeIsThatOfTheKernel() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong used = new AtomicLong();
        CountDownLatch started = new CountDownLatch(1);
        try (Sampler sampler = Sampler.start(recorder, () -> 0)) {
            Thread busy = Thread.ofPlatform().name("busy-bee").start(() -> {
                started.countDown();
                while (!stop.get())
                    Thread.onSpinWait();
                used.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                sampler.sampleNow();
            });
            started.await();
            waitUntil(() -> recorder.now() > 1_000_000_000L);
            stop.set(true);
            busy.join();
        }
        ThreadTrace trace = thread("busy-bee");
        assertThat(trace.isNative()).isFalse();
        assertThat((double) trace.cpuNanos()).isCloseTo(used.get(), within(0.02 * used.get()));
    }

    @Test
    void samplesComeAtLeastTwentyTimesASecond() {
        try (Sampler sampler = Sampler.start(recorder, () -> 0)) {
            waitUntil(() -> recorder.now() > 1_000_000_000L);
            assertThat(sampler.cost().hertz()).isGreaterThan(20);
            assertThat(sampler.cost().share()).isBetween(1e-6, 0.5);
            assertThat(sampler.cost().sentence()).startsWith("recording ").contains(" Hz, cost ").endsWith(" %");
        }
        assertThat(recorder.snapshot().memory().samples()).hasSizeGreaterThan(20).allSatisfy(sample -> {
            assertThat(sample.heapBytes()).isPositive();
            assertThat(sample.residentBytes()).isGreaterThan(sample.heapBytes() / 100);
        });
    }

    @Test
    void aThreadThatLivesBetweenTwoSamplesIsSeenWhenItAsksForItsNumber() throws InterruptedException {
        AtomicLong number = new AtomicLong();
        try (Sampler sampler = Sampler.start(recorder, () -> 0, 1)) {
            Thread brief = Thread.ofPlatform().name("mayfly").start(() -> number.set(sampler.currentThread()));
            brief.join();
        }
        ThreadTrace trace = thread("mayfly");
        assertThat(trace.thread()).isEqualTo((int) number.get());
        assertThat(trace.samples()).isEqualTo(2);
        assertThat(trace.cpuNanos()).isPositive();
    }

    @Test
    void everyJavaThreadIsToldFromTheNativeOnes() {
        try (Sampler sampler = Sampler.start(recorder, () -> 0)) {
            sampler.sampleNow();
        }
        Recording recording = recorder.snapshot();
        assertThat(recording.threads()).extracting(ThreadTrace::name).doesNotHaveDuplicates();
        assertThat(thread("main").isNative()).isFalse();
        assertThat(thread("Reference Handler").isNative()).isFalse();
        assertThat(thread("VM Thread").isNative()).isTrue();
    }

    @Test
    void aCollectionIsRecorded() {
        try (Sampler sampler = Sampler.start(recorder, () -> 0)) {
            assertThat(sampler.gap()).isEmpty();
            System.gc();
            waitUntil(() -> !recorder.snapshot().collections().isEmpty());
        }
        TraceEvent.Collection collection = recorder.snapshot().collections().getFirst();
        assertThat(collection.collector()).isNotEmpty();
        assertThat(collection.nanos()).isLessThanOrEqualTo(recorder.now());
    }

    private ThreadTrace thread(String name) {
        return recorder.snapshot().threads().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    private static void waitUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean())
            Thread.onSpinWait();
    }
}

package org.stridescope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MachineMemoryTest {
    @TempDir
    private Path root;

    @BeforeEach
    void aMachineOfOneGibibyte() throws IOException {
        put("proc/meminfo", "MemTotal: 2097152 kB\nMemAvailable:    1048576 kB\n");
    }

    private void put(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private long available() {
        return new MachineMemory(root).availableBytes();
    }

    @Test
    void withoutGroupsItIsWhatTheKernelSays() {
        assertThat(available()).isEqualTo(1L << 30);
    }

    @Test
    void theTightestGroupAboveCountsAndFilesCanBeGivenBack() throws IOException {
        put("proc/self/cgroup", "0::/user/session\n");
        put("sys/fs/cgroup/user/session/memory.max", "max\n");
        put("sys/fs/cgroup/user/session/memory.current", "5\n");
        put("sys/fs/cgroup/user/memory.max", "1000000\n");
        put("sys/fs/cgroup/user/memory.current", "400000\n");
        put("sys/fs/cgroup/user/memory.stat", "anon 300000\ninactive_file 100000\n");
        assertThat(available()).isEqualTo(700_000);
    }

    @Test
    void groupsOfTheFirstVersionCountToo() throws IOException {
        put("proc/self/cgroup", "4:memory:/docker/abc\n1:cpu:/\n0::/\n");
        put("sys/fs/cgroup/memory/memory.limit_in_bytes", "500000\n");
        put("sys/fs/cgroup/memory/memory.usage_in_bytes", "200000\n");
        assertThat(available()).isEqualTo(300_000);
    }

    @Test
    void hereItIsSomething() {
        assertThat(new MachineMemory().availableBytes()).isPositive();
    }
}

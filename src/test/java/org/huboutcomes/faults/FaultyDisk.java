package org.huboutcomes.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// The disk of a Java process, on which one operation fails: the n-th write, rename, copy, sync, close or deletion
/// in a folder. The process uses it instead of its own, with
/// `-Djava.nio.file.spi.DefaultFileSystemProvider=org.huboutcomes.faults.FaultyDisk`; the other properties are
/// `fault.folder`, `fault.kind` and `fault.at`. At its end the process writes the number of operations to the file
/// `fault.count`. DuckDB's own file is not covered.
public final class FaultyDisk extends FileSystemProvider {

    /// What happens at the chosen operation. A failing write has written half of its bytes before.
    public enum Kind {
        NONE,
        FULL,
        BROKEN,
        KILLED
    }

    private static final int KILLED = 137;

    private final FileSystemProvider disk;
    private final FaultyFileSystem fileSystem;
    private final String folder = System.getProperty("fault.folder", "");
    private final Kind kind = Kind.valueOf(System.getProperty("fault.kind", "NONE"));
    private final int at = Integer.getInteger("fault.at", 0);
    private final AtomicInteger operations = new AtomicInteger();

    /// Called by Java with its own provider.
    public FaultyDisk(FileSystemProvider disk) {
        this.disk = disk;
        this.fileSystem = new FaultyFileSystem(this, disk.getFileSystem(URI.create("file:///")));
        String count = System.getProperty("fault.count");
        if (count != null)
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try (FileChannel out = disk.newFileChannel(
                        fileSystem.real().getPath(count),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
                    out.write(ByteBuffer.wrap(operations.toString().getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
    }

    /// Counts an operation.
    ///
    /// @return whether it is the one that fails; a process that is to be killed does not return
    private boolean fails(Path file) {
        if (folder.isEmpty() || !file.toAbsolutePath().toString().startsWith(folder)) return false;
        if (operations.incrementAndGet() != at) return false;
        if (kind == Kind.KILLED) Runtime.getRuntime().halt(KILLED);
        return kind != Kind.NONE;
    }

    private void operate(Path file) throws IOException {
        if (fails(file)) throw failure(file);
    }

    private IOException failure(Path file) {
        return new FileSystemException(
                file.toString(), null, kind == Kind.FULL ? "No space left on device" : "Input/output error");
    }

    private static Path real(Path path) {
        return path instanceof FaultyPath faulty ? faulty.real() : path;
    }

    /// Java makes some paths with the file system it was given, which may be this one.
    private Path ours(Path path) {
        return path instanceof FaultyPath ? path : new FaultyPath(fileSystem, path);
    }

    @Override
    public String getScheme() {
        return disk.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) throws IOException {
        return disk.newFileSystem(uri, env);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return fileSystem;
    }

    @Override
    public Path getPath(URI uri) {
        return ours(disk.getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        if (writes) operate(path);
        FileChannel channel = disk.newFileChannel(real(path), options, attributes);
        return writes ? new FaultyChannel(path, channel) : channel;
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> entries = disk.newDirectoryStream(real(folder), entry -> filter.accept(ours(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> real = entries.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return real.hasNext();
                    }

                    @Override
                    public Path next() {
                        return ours(real.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                entries.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        operate(folder);
        disk.createDirectory(real(folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        operate(path);
        disk.delete(real(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        operate(target);
        disk.copy(real(source), real(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        operate(target);
        disk.move(real(source), real(target), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return disk.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return disk.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return disk.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        disk.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return disk.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return disk.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return disk.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        disk.setAttribute(real(path), attribute, value, options);
    }

    /// A file that is open for writing.
    private final class FaultyChannel extends FileChannel {

        private final Path file;
        private final FileChannel channel;

        private FaultyChannel(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (!fails(file)) return channel.write(bytes);
            channel.write(bytes.slice().limit(bytes.remaining() / 2));
            throw failure(file);
        }

        @Override
        public long write(ByteBuffer[] bytes, int from, int number) throws IOException {
            operate(file);
            return channel.write(bytes, from, number);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            operate(file);
            return channel.write(bytes, position);
        }

        @Override
        public long transferFrom(ReadableByteChannel from, long position, long number) throws IOException {
            operate(file);
            return channel.transferFrom(from, position, number);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            operate(file);
            channel.force(metadata);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            operate(file);
            channel.truncate(size);
            return this;
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
            operate(file);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return channel.read(bytes);
        }

        @Override
        public long read(ByteBuffer[] bytes, int from, int number) throws IOException {
            return channel.read(bytes, from, number);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return channel.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public long transferTo(long position, long number, WritableByteChannel to) throws IOException {
            return channel.transferTo(position, number, to);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
            return channel.map(mode, position, size);
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return channel.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }
    }
}

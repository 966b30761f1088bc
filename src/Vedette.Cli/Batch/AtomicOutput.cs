using System.Security.Cryptography;
using System.Text;

namespace Vedette.Cli.Batch;

/// <summary>A text file that appears whole or not at all: written beside its place under another name, moved when complete.</summary>
internal sealed class AtomicOutput : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly HashingStream stream;

    public AtomicOutput(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        temporary = $"{this.path}.{Environment.ProcessId}.partial";
        stream = new HashingStream(File.Create(temporary), hash);
        Writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
    }

    public StreamWriter Writer { get; }

    /// <summary>Puts the file in place.</summary>
    /// <returns>SHA-256 of its octets, hex.</returns>
    public string Complete()
    {
        Writer.Dispose();
        File.Move(temporary, path, overwrite: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Removes what was not completed.</summary>
    public void Dispose()
    {
        Writer.Dispose();
        hash.Dispose();
        if (File.Exists(temporary)) File.Delete(temporary);
    }

    private sealed class HashingStream(Stream inner, IncrementalHash hash) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            inner.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

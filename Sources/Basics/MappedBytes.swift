/// Bytes that stay where they are for as long as anyone holds this: a file mapped into memory, or a copy.
package final class MappedBytes: Sendable {
  // As a number, which may be shared: the bytes are only ever read.
  private let address: UInt
  package let count: Int
  private let check: @Sendable () -> Bool
  private let release: @Sendable (UnsafeMutableRawPointer, Int) -> Void

  /// Takes over bytes that `release` gives back, all there as long as `check` says so.
  package init(
    _ start: UnsafeMutableRawPointer?, count: Int,
    check: @escaping @Sendable () -> Bool = { true },
    release: @escaping @Sendable (UnsafeMutableRawPointer, Int) -> Void
  ) {
    address = UInt(bitPattern: start)
    self.count = start == nil ? 0 : count
    self.check = check
    self.release = release
  }

  /// Whether they are all there still: zeros stand for what a file has lost since.
  package var isWhole: Bool { check() }

  /// A copy of these.
  package convenience init(_ bytes: some Collection<UInt8>) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    memory.copyBytes(from: bytes)
    self.init(memory.baseAddress, count: bytes.count) { start, _ in start.deallocate() }
  }

  deinit {
    if let start = UnsafeMutableRawPointer(bitPattern: address) { release(start, count) }
  }

  /// Lends the bytes for the time of the call.
  package func withBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    defer { withExtendedLifetime(self) {} }
    return try body(
      UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
  }
}

/// A hash of 64 bits that is the same on every machine and in every version: FNV-1a (Fowler, Noll
/// and Vo 1991). Swift's own is seeded again by each process.
public struct StableHash: Equatable, Sendable {
  public var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of nothing, or of these bytes.
  @inlinable
  public init(_ bytes: some Sequence<UInt8> = EmptyCollection()) { combine(bytes) }

  @inlinable
  public mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  @inlinable
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }
}

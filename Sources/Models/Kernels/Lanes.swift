/// A few numbers that the processor multiplies at once.
package protocol Lanes {
  associatedtype Scalar
  static var width: Int { get }
  static var zero: Self { get }
  static func load(_ start: UnsafePointer<Scalar>) -> Self
  func store(_ start: UnsafeMutablePointer<Scalar>)
  /// self += weight · values, rounded twice: a fused step would be a call without `-march`.
  mutating func add(_ weight: Scalar, times values: Self)
  static func + (left: Self, right: Self) -> Self
}

extension SIMD4<Float>: Lanes {
  package static var width: Int { 4 }
  @inline(__always) package static func load(_ start: UnsafePointer<Float>) -> Self {
    UnsafeRawPointer(start).loadUnaligned(as: Self.self)
  }
  @inline(__always) package func store(_ start: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(start).storeBytes(of: self, as: Self.self)
  }
  @inline(__always) package mutating func add(_ weight: Float, times values: Self) {
    self += weight * values
  }
}

extension SIMD8<Float>: Lanes {
  package static var width: Int { 8 }
  @inline(__always) package static func load(_ start: UnsafePointer<Float>) -> Self {
    UnsafeRawPointer(start).loadUnaligned(as: Self.self)
  }
  @inline(__always) package func store(_ start: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(start).storeBytes(of: self, as: Self.self)
  }
  @inline(__always) package mutating func add(_ weight: Float, times values: Self) {
    self += weight * values
  }
}

extension SIMD2<Double>: Lanes {
  package static var width: Int { 2 }
  @inline(__always) package static func load(_ start: UnsafePointer<Double>) -> Self {
    UnsafeRawPointer(start).loadUnaligned(as: Self.self)
  }
  @inline(__always) package func store(_ start: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(start).storeBytes(of: self, as: Self.self)
  }
  @inline(__always) package mutating func add(_ weight: Double, times values: Self) {
    self += weight * values
  }
}

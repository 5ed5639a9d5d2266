/// a += weight · x, number by number: the plainest loop that is vectorised, which products are
/// measured by.
package func addScaled(_ a: inout [Float], _ weight: Float, _ x: [Float]) {
  a.withUnsafeMutableBufferPointer { a in
    x.withUnsafeBufferPointer { x in
      guard let to = a.baseAddress, let from = x.baseAddress else { return }
      for i in 0..<min(a.count, x.count) { to[i] += weight * from[i] }
    }
  }
}

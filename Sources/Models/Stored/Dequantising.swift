import WideProduct

extension StoredType {
  /// Writes the numbers of these bytes, whole blocks of them.
  func numbers(
    _ bytes: UnsafeRawPointer, count: Int, into to: UnsafeMutablePointer<Float>
  ) {
    switch self {
    case .f32:
      for i in 0..<count { to[i] = Float(bitPattern: word(bytes, 4 * i)) }
    case .f16: for i in 0..<count { to[i] = half(bytes, 2 * i) }
    case .bf16:
      for i in 0..<count { to[i] = Float(bitPattern: UInt32(short(bytes, 2 * i)) << 16) }
    case .q8_0 where Float.broad > 0:
      WideProduct.eightBits(bytes, blocks: count / block, into: to)
    default:
      var (from, to) = (bytes, to)
      for _ in 0..<count / block {
        switch self {
        case .q8_0: eightBits(from, to)
        case .q4_0: fourBits(from, to)
        case .q4_1: fourBitsAndLowest(from, to)
        case .q5_0: fiveBits(from, to)
        case .q4_K: fourBitsInParts(from, to)
        default: sixBitsInParts(from, to)
        }
        from += blockBytes
        to += block
      }
    }
  }
}

@inline(__always) private func byte(_ from: UnsafeRawPointer, _ at: Int) -> UInt8 {
  from.load(fromByteOffset: at, as: UInt8.self)
}
@inline(__always) private func short(_ from: UnsafeRawPointer, _ at: Int) -> UInt16 {
  UInt16(littleEndian: from.loadUnaligned(fromByteOffset: at, as: UInt16.self))
}
@inline(__always) private func word(_ from: UnsafeRawPointer, _ at: Int) -> UInt32 {
  UInt32(littleEndian: from.loadUnaligned(fromByteOffset: at, as: UInt32.self))
}

/// A number of half precision. Without a call, so that loops over it are vectorised: the exponent is moved
/// by a product, which also sees to the smallest numbers; infinities and what is none stay so.
@inline(__always) private func half(_ from: UnsafeRawPointer, _ at: Int) -> Float {
  let bits = UInt32(short(from, at))
  let moved = Float(bitPattern: (bits & 0x7FFF) << 13) * Float(bitPattern: 0x7780_0000)
  let endless: UInt32 = bits & 0x7C00 == 0x7C00 ? 0x7F80_0000 : 0
  return Float(bitPattern: moved.bitPattern | endless | (bits & 0x8000) << 16)
}

private func eightBits(_ from: UnsafeRawPointer, _ to: UnsafeMutablePointer<Float>) {
  let scale = half(from, 0)
  for i in 0..<32 { to[i] = scale * Float(Int8(bitPattern: byte(from, 2 + i))) }
}

/// The low halves of sixteen bytes are the first numbers, the high halves the others.
private func fourBits(_ from: UnsafeRawPointer, _ to: UnsafeMutablePointer<Float>) {
  let scale = half(from, 0)
  for i in 0..<16 {
    let both = byte(from, 2 + i)
    to[i] = scale * Float(Int32(both & 15) - 8)
    to[i + 16] = scale * Float(Int32(both >> 4) - 8)
  }
}

private func fourBitsAndLowest(_ from: UnsafeRawPointer, _ to: UnsafeMutablePointer<Float>) {
  let (scale, lowest) = (half(from, 0), half(from, 2))
  for i in 0..<16 {
    let both = byte(from, 4 + i)
    to[i] = scale * Float(both & 15) + lowest
    to[i + 16] = scale * Float(both >> 4) + lowest
  }
}

private func fiveBits(_ from: UnsafeRawPointer, _ to: UnsafeMutablePointer<Float>) {
  let scale = half(from, 0)
  let fifth = word(from, 2)
  for i in 0..<16 {
    let both = byte(from, 6 + i)
    let (low, high) = (fifth >> UInt32(i) & 1, fifth >> UInt32(i + 16) & 1)
    to[i] = scale * Float(Int32(both & 15) + Int32(low << 4) - 16)
    to[i + 16] = scale * Float(Int32(both >> 4) + Int32(high << 4) - 16)
  }
}

/// Eight parts of 32, two from the halves of 32 bytes each: x = d · s · q − m · l.
private func fourBitsInParts(_ from: UnsafeRawPointer, _ to: UnsafeMutablePointer<Float>) {
  let (scale, lowest) = (half(from, 0), half(from, 2))
  let own = from + 4
  /// The scale and the lowest of a part, of six bits each in twelve bytes.
  func sixBits(_ part: Int) -> (Float, Float) {
    if part < 4 { return (Float(byte(own, part) & 63), Float(byte(own, part + 4) & 63)) }
    let low = byte(own, part + 4)
    return (
      Float(low & 15 | (byte(own, part - 4) >> 6) << 4),
      Float(low >> 4 | (byte(own, part) >> 6) << 4)
    )
  }
  for pair in 0..<4 {
    let (first, second) = (sixBits(2 * pair), sixBits(2 * pair + 1))
    let (d0, m0) = (scale * first.0, lowest * first.1)
    let (d1, m1) = (scale * second.0, lowest * second.1)
    let (codes, to) = (from + 16 + 32 * pair, to + 64 * pair)
    for i in 0..<32 {
      let both = byte(codes, i)
      to[i] = d0 * Float(both & 15) - m0
      to[i + 32] = d1 * Float(both >> 4) - m1
    }
  }
}

/// Two halves of 128: four bits of each number in 64 bytes, two more in 32, a scale for each sixteen.
private func sixBitsInParts(_ from: UnsafeRawPointer, _ to: UnsafeMutablePointer<Float>) {
  let scale = half(from, 208)
  for part in 0..<2 {
    let (low, high, scales) = (from + 64 * part, from + 128 + 32 * part, from + 192 + 8 * part)
    let to = to + 128 * part
    for group in 0..<2 {
      func factor(_ index: Int) -> Float {
        scale * Float(Int8(bitPattern: byte(scales, group + 2 * index)))
      }
      let (f0, f1, f2, f3) = (factor(0), factor(1), factor(2), factor(3))
      for i in 16 * group..<16 * group + 16 {
        let (a, b, c) = (byte(low, i), byte(low, i + 32), byte(high, i))
        to[i] = f0 * Float(Int32(a & 15 | (c & 3) << 4) - 32)
        to[i + 32] = f1 * Float(Int32(b & 15 | (c >> 2 & 3) << 4) - 32)
        to[i + 64] = f2 * Float(Int32(a >> 4 | (c >> 4 & 3) << 4) - 32)
        to[i + 96] = f3 * Float(Int32(b >> 4 | (c >> 6) << 4) - 32)
      }
    }
  }
}

import BenchmarkData
import Testing

@Suite("Mersenne Twister")
struct MersenneTwisterTests {
  // Printed by Python's random.Random(seed).random().
  @Test(
    "gives the numbers that Python gives",
    arguments: [
      (0, [0.8444218515250481, 0.7579544029403025, 0.420571580830845]),
      (1, [0.13436424411240122, 0.8474337369372327, 0.763774618976614]),
      (UInt64.max, [0.021825695401270107, 0.3380953268613758, 0.21196748656082065]),
    ] as [(UInt64, [Double])])
  func sequence(seed: UInt64, numbers: [Double]) {
    var random = MersenneTwister(seed: seed)
    #expect(numbers.map { _ in random.unit() } == numbers)
  }

  @Test("gives the numbers that Python gives after the state was renewed many times")
  func farAhead() {
    var random = MersenneTwister(seed: 1)
    for _ in 0..<100_000 { _ = random.unit() }
    #expect(random.unit() == 0.4724114654053989)
  }

  @Test("never reaches the bound of an integer")
  func bounds() {
    var random = MersenneTwister(seed: 3)
    let drawn = Set((0..<1000).map { _ in random.integer(below: 3) })
    #expect(drawn == [0, 1, 2])
    let ranged = Set((0..<1000).map { _ in random.integer(in: 4...6) })
    #expect(ranged == [4, 5, 6])
  }
}

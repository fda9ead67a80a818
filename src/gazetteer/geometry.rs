//! Distances with plain arithmetic only, so that every machine gives the same number.

use super::place::Point;

/// Kilometres of one hundredth of a degree along a meridian.
const STEP: f64 = 1.112;

/// Kilometres between two points: good to a few percent up to a thousand kilometres, and still in order beyond.
pub fn kilometres(a: Point, b: Point) -> f64 {
    let middle = f64::from(a.lat + b.lat) / 200.0;
    let across = (a.lon - b.lon).abs();
    let across = f64::from(across.min(36_000 - across)) * cosine(middle);
    let along = f64::from(a.lat - b.lat);
    (across * across + along * along).sqrt() * STEP
}

/// Cosine of a latitude in degrees.
fn cosine(degrees: f64) -> f64 {
    let x = degrees * 0.017_453_292_519_943_3;
    let square = x * x;
    1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_near_the_true_ones() {
        let aleppo = Point { lat: 3620, lon: 3716 };
        for (lat, lon, expected) in [(3351, 3629, 310.0), (3620, 3716, 0.0), (5045, 3052, 1670.0)] {
            let found = kilometres(aleppo, Point { lat, lon });
            assert!((found - expected).abs() <= expected * 0.05 + 0.5, "{found} {expected}");
        }
        let (suva, apia) = (Point { lat: -1814, lon: 17844 }, Point { lat: -1383, lon: -17177 });
        assert!(kilometres(suva, apia) < 1300.0);
    }
}

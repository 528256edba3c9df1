package opencadre.benchmark.province;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented Vietnamese names. Family names are about as frequent as in the country (three in ten Nguyễn, one in nine
 * Trần), with those of the Tày, Nùng and Dao among them; the earlier a middle or given name stands in its list, the
 * more often it comes, as it is with real ones. Three in ten have a second middle name.
 */
final class Names {

    private static final Weighted FAMILY = Weighted.of("""
        Nguyễn 310 Trần 108 Lê 92 Phạm 68 Hoàng 50 Vũ 38 Phan 30 Đặng 24 Bùi 24 Đỗ 19 Dương 19 Nông 16 Hà 14 Ngô 14
        Lý 13 Triệu 12 Ma 11 Lương 11 Hứa 8 Đinh 8 Trương 8 Đào 8 Lục 7 Bàn 6 Mai 6 Trịnh 6 Đoàn 6 Phùng 5 Lưu 5 Chu 5
        Tạ 4 Vi 4 Hoa 3 Bế 3 Cao 3 Lâm 3 Quách 2 Tô 2 Thái 2 Hồ 2 Huỳnh 2 Võ 2 La 2 Đàm 2 Sầm 1 Lường 1 Quan 1 Nhâm 1
        """);

    private static final List<String> OF_MEN = words("""
        Văn Đức Minh Quang Hữu Đình Công Xuân Ngọc Thanh Quốc Anh Tuấn Duy Bá Trọng Viết Hồng Mạnh Thế Trung Tiến Hoàng
        Gia Khắc Đăng Việt Huy Nhật Thành Bảo Chí Tất Sỹ Doãn Phúc Kim Hải Nam Thái
        """);
    private static final List<String> OF_WOMEN = words("""
        Thị Thu Ngọc Thanh Bích Minh Kim Hồng Phương Mai Thùy Diệu Khánh Lan Quỳnh Ánh Tuyết Hoài Như Mỹ Kiều Bảo Cẩm Hải
        Xuân Tú Vân Yến Nhã Thảo Tường Hương Diễm Trúc An Hạ Uyên Phúc Lệ Gia
        """);
    private static final List<String> GIVEN_MEN = words("""
        Hùng Dũng Tuấn Hải Nam Sơn Long Thắng Cường Hiếu Trung Minh Đức Huy Quân Khánh Hưng Bình Thành Phong Việt Toàn
        Tùng Mạnh Kiên Tiến Đạt Hòa Tâm Thái Vinh Lâm Quang Giang Duy Khải Phúc Hoàng Thịnh Đông An Linh Lợi Nghĩa Tài
        Trường Vũ Bách Chiến Công Dương Định Hoan Khoa Luân Lực Ngọc Nhân Phú Quyết Quý Sáng Tân Thuận Thọ Tĩnh Trí
        Tuyên Văn Xuân Yên Chính Đăng Hậu Hiển Khôi Khang Nguyên Phước Sang Tấn Thiện Thông Triều Triệu Trọng Tú
        """);
    private static final List<String> GIVEN_WOMEN = words("""
        Hương Lan Hà Hằng Hoa Thủy Nga Hạnh Phương Linh Mai Trang Thảo Hiền Yến Dung Huyền Loan Ngọc Nhung Oanh Thu Vân
        Hồng Liên Ánh Anh Bình Chi Châm Cúc Diệp Duyên Đào Giang Hải Hậu Hòa Huế Huệ Khánh Lệ Liễu Luyến Ly Minh Mơ My
        Nguyệt Nhàn Nhi Như Phượng Quyên Quỳnh Sen Tâm Thanh Thắm Thoa Thơm Thúy Thùy Thư Thương Tình Trà Trâm Trinh
        Trúc Tuyết Tuyến Uyên Vy Xuân Xuyến Bích Bưởi Diễm Điệp Hiên Hoài Kiều Lành Na Ngân Ngà Nụ Sim Sương Tươi Vui
        """);

    private final Random dice;

    Names(Random dice) {
        this.dice = dice;
    }

    String next(boolean female) {
        List<String> middles = female ? OF_WOMEN : OF_MEN;
        List<String> words = new ArrayList<>(List.of(FAMILY.draw(dice)));
        String middle = early(middles);
        words.add(middle);
        if (dice.nextInt(10) < 3) {
            String second = early(middles);
            if (!second.equals(middle)) {
                words.add(second);
            }
        }
        words.add(early(female ? GIVEN_WOMEN : GIVEN_MEN));
        return String.join(" ", words);
    }

    /** The square of an even draw: half of all draws fall on the first quarter of the list. */
    private String early(List<String> words) {
        double even = dice.nextDouble();
        return words.get((int) (even * even * words.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** Words with how often each comes. */
    private static final class Weighted {

        private final List<String> words;
        private final int[] upTo;

        private Weighted(List<String> words, int[] upTo) {
            this.words = words;
            this.upTo = upTo;
        }

        static Weighted of(String text) {
            List<String> tokens = Names.words(text);
            List<String> words = new ArrayList<>();
            int[] upTo = new int[tokens.size() / 2];
            int sum = 0;
            for (int i = 0; i < upTo.length; i++) {
                words.add(tokens.get(2 * i));
                sum += Integer.parseInt(tokens.get(2 * i + 1));
                upTo[i] = sum;
            }
            return new Weighted(words, upTo);
        }

        String draw(Random dice) {
            int drawn = dice.nextInt(upTo[upTo.length - 1]);
            int i = 0;
            while (upTo[i] <= drawn) {
                i++;
            }
            return words.get(i);
        }
    }
}
